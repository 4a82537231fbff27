import type { SinceRelease } from '../releases/since-release.ts';

/** What is wrong with the day of something that the latest release is without, and what to do. */
export const tooEarly = (
  what: string,
  day: string,
  { version, date }: SinceRelease,
): [what: string, remedy: string] => [
  `release ${version} of ${date} is without this ${what} of ${day}`,
  'write the day on which it was made: that of the release, or a later one',
];
