import { z } from 'zod';

/** `<year>.<n>`: the year of the release, and its number in that year from 1. */
export const releaseVersionSchema = z
  .string()
  .regex(/^[1-9]\d{3}\.[1-9]\d{0,3}$/, 'is no version: write <year>.<n>, as in 2026.1');

export type ReleaseVersion = z.infer<typeof releaseVersionSchema>;

/** Earlier versions first: 2026.9 comes before 2026.10. */
export function compareVersions(a: ReleaseVersion, b: ReleaseVersion): number {
  const [yearA = 0, numberA = 0] = a.split('.').map(Number);
  const [yearB = 0, numberB = 0] = b.split('.').map(Number);
  return yearA - yearB || numberA - numberB;
}

/** The version of the release that comes after `previous` in a year; without one, the year's first. */
export function nextVersion(previous: ReleaseVersion | undefined, year: number): ReleaseVersion {
  const [previousYear, number = 0] = (previous ?? '').split('.').map(Number);
  return `${year}.${previousYear === year ? number + 1 : 1}`;
}
