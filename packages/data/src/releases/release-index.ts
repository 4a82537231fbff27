import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorialDaySchema, sha256Schema } from '@counterclaim/domain';
import { z } from 'zod';
import { compareVersions, releaseVersionSchema } from './release-version.ts';

/** Where releases lie: at the root of the checkout. */
export const releasesFolder = new URL('../../../../releases/', import.meta.url);

/** The list of all releases, within their folder. */
export const RELEASE_INDEX = 'index.json';

export const releaseFileSchema = z.strictObject({
  /** Within the folder of the release: a plain name. */
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  bytes: z.int().nonnegative(),
  sha256: sha256Schema,
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+(?:; ?[a-z]+=[A-Za-z0-9-]+)*$/),
});

export const listedReleaseSchema = z.strictObject({
  version: releaseVersionSchema,
  /** The day on which it was made, in UTC. */
  date: editorialDaySchema,
  /** Of the ledger, as `compile` computes it: what the records say, whatever the layout of a file. */
  digest: sha256Schema,
  /** The rules by which assessments were derived: all of them with their versions, and one digest of that list. */
  methodology: z.strictObject({ digest: sha256Schema, rules: z.record(z.string(), z.int().positive()) }),
  /** How many records of each kind, retracted ones included. */
  counts: z.strictObject({
    events: z.int(),
    claims: z.int(),
    sources: z.int(),
    actors: z.int(),
    places: z.int(),
  }),
  files: z.array(releaseFileSchema).min(1),
});

export const releaseIndexSchema = z.strictObject({
  /** Latest first. */
  releases: z.array(listedReleaseSchema),
});

/** A file of a release. */
export type ReleaseFile = z.infer<typeof releaseFileSchema>;
/** A release as the index lists it. */
export type ListedRelease = z.infer<typeof listedReleaseSchema>;
/** All releases, latest first. */
export type ReleaseIndex = z.infer<typeof releaseIndexSchema>;

const pathOf = (folder: string | URL): string => (folder instanceof URL ? fileURLToPath(folder) : folder);

/** The text of a file; `undefined` where there is none. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read (${code ?? String(error)}): make it a readable file`, { cause: error });
  }
}

const issueText = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;

/** The names in a folder of releases that are versions; none where there is no folder. */
function versionsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => releaseVersionSchema.safeParse(name).success);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new Error(`${folder} cannot be read (${code ?? String(error)}): name the folder of releases`, {
      cause: error,
    });
  }
}

/**
 * Reads the list of releases. A folder that does not exist, or holds nothing, has no releases yet.
 *
 * @throws Error, naming the file and the remedy, when the list cannot be read, breaks its schema or is not in order, or when
 *   releases lie there without one.
 */
export function readReleaseIndex(folder: string | URL = releasesFolder): ReleaseIndex {
  const root = pathOf(folder);
  const file = join(root, RELEASE_INDEX);
  const restore = `restore it, as with git checkout -- ${file}`;
  const text = read(file);
  if (text === undefined) {
    const [stray] = versionsIn(root).sort();
    if (stray !== undefined) throw new Error(`${file} does not exist, though ${join(root, stray)} does: ${restore}`);
    return { releases: [] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON (${(error as Error).message}): ${restore}`, { cause: error });
  }
  const parsed = releaseIndexSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new Error(`${file} is no list of releases (${first === undefined ? '' : issueText(first)}): ${restore}`);
  }
  const { releases } = parsed.data;
  for (const [index, { version, files }] of releases.entries()) {
    const later = releases[index - 1];
    if (later !== undefined && compareVersions(version, later.version) >= 0) {
      throw new Error(`${file} lists ${version} after ${later.version}: put the latest release first, and each once`);
    }
    if (new Set(files.map(({ name }) => name)).size < files.length) {
      throw new Error(`${file} lists a file of ${version} twice: ${restore}`);
    }
  }
  return parsed.data;
}

/** The release that was made last; `undefined` while there is none. */
export const latestRelease = ({ releases }: ReleaseIndex): ListedRelease | undefined => releases[0];
