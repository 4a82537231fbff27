import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ListedRelease, readReleasedLedger, type ReleaseIndex } from '@counterclaim/data';
import type { Released } from './changelog.ts';
import type { MadeFile } from './made-file.ts';
import { makeRelease } from './make.ts';

/** A listed release with its records, as they were released. */
const releasedOf = (listed: ListedRelease, folder: string): Released => ({
  listed,
  ledger: readReleasedLedger(listed.version, folder),
});

/** A file of a release that was made again. */
export interface RemadeFile {
  readonly name: string;
  /** SHA-256 that the list of releases has of it; `null` where that release has no such file. */
  readonly released: string | null;
  /** SHA-256 of what was made; `null` where this software makes no such file. */
  readonly made: string | null;
  readonly content: MadeFile | null;
}

/**
 * Makes the files of a listed release again from its released ledger.
 *
 * @throws Error when a ledger that it needs is missing or is not the one that was released.
 */
export async function makeAgain(listed: ListedRelease, index: ReleaseIndex, folder: string): Promise<RemadeFile[]> {
  const earlier = index.releases[index.releases.indexOf(listed) + 1];
  const { ledger } = releasedOf(listed, folder);
  const before = earlier === undefined ? undefined : releasedOf(earlier, folder);
  const made = await makeRelease({ version: listed.version, date: listed.date, ledger, before });
  const names = new Set([...listed.files, ...made.files].map(({ name }) => name));
  return [...names].sort().map((name) => ({
    name,
    released: listed.files.find((file) => file.name === name)?.sha256 ?? null,
    made: made.listed.files.find((file) => file.name === name)?.sha256 ?? null,
    content: made.files.find((file) => file.name === name) ?? null,
  }));
}

/** Whether a file of a release lies in its folder as it was released. */
export function isThere(
  folder: string,
  version: string,
  { name, sha256 }: { readonly name: string; readonly sha256: string | null },
): boolean {
  try {
    const content = readFileSync(join(folder, version, name));
    return createHash('sha256').update(content).digest('hex') === sha256;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
