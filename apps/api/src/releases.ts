import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import {
  type ListedRelease,
  readReleaseIndex,
  RELEASE_INDEX,
  RELEASED_LEDGER,
  type ReleaseFile,
  type ReleaseIndex,
  releasesFolder,
} from '@counterclaim/data/serving';
import { changeIdsOn, type Ledger } from '@counterclaim/domain';
import type { ByteRange } from './http/range.ts';
import type { ListedReleaseAnswer } from './answers.ts';

/** A file of a release as it lies on this server. */
export interface StoredFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
  /** All of it, or a stretch. */
  readonly open: (range?: ByteRange) => ReadableStream<Uint8Array>;
}

/** Why there is nothing to send: there is no such release, it has no such file, or the file is not on this server. */
export type MissingFile = 'release' | { readonly has: readonly string[] } | 'content';

/** The releases that a server knows of, and the files of them that it has. */
export interface Releases {
  /** Latest first. The list is read anew whenever it has changed: a release needs no restart. */
  readonly list: () => Promise<ListedReleaseAnswer[]>;
  readonly file: (version: string, name: string) => Promise<StoredFile | { readonly missing: MissingFile }>;
}

/** A server without releases. */
export const noReleases: Releases = {
  list: () => Promise.resolve([]),
  file: () => Promise.resolve({ missing: 'release' }),
};

interface Located {
  readonly COUNTERCLAIM_RELEASES?: string | undefined;
}

/** Where releases lie: in the folder `COUNTERCLAIM_RELEASES`, else in `releases` at the root of this checkout. */
export const releasesPath = ({ COUNTERCLAIM_RELEASES: chosen }: Located): string =>
  chosen ? resolve(chosen) : fileURLToPath(releasesFolder);

/** What tells one state of a file from another, without reading it; `undefined` where there is none. */
async function stateOf(path: string): Promise<{ readonly size: number; readonly state: string } | undefined> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return { size, state: `${ino} ${mtimeMs} ${size}` };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

async function sha256Of(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

/**
 * Opens a folder of releases. Only files that the list names are ever touched, and only what has the listed checksum is given out.
 *
 * @throws Error, in one line that says what to do, when the folder is named but is none, or its list cannot be read.
 */
export function openReleases(environment: Located): Releases {
  const folder = releasesPath(environment);
  if (environment.COUNTERCLAIM_RELEASES && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(
      `COUNTERCLAIM_RELEASES=${environment.COUNTERCLAIM_RELEASES} is no folder: name that of the releases`,
    );
  }
  const indexFile = join(folder, RELEASE_INDEX);
  let known: { readonly state: string | undefined; readonly index: ReleaseIndex } | undefined = undefined;
  const verified = new Map<string, string>();

  async function index(): Promise<ReleaseIndex> {
    const state = (await stateOf(indexFile))?.state;
    if (known === undefined || known.state !== state) known = { state, index: readReleaseIndex(folder) };
    return known.index;
  }

  const isWhole = async (path: string, bytes: number): Promise<boolean> => (await stateOf(path))?.size === bytes;

  /** A file of a release that is there, whole and as it was released. */
  async function sound(version: string, { name, bytes, sha256 }: ReleaseFile): Promise<string | undefined> {
    const path = join(folder, version, name);
    const found = await stateOf(path);
    if (found?.size !== bytes) return undefined;
    if (verified.get(path) !== found.state) {
      if ((await sha256Of(path)) !== sha256) return undefined;
      verified.set(path, found.state);
    }
    return path;
  }

  const ofDay = new Map<string, readonly string[]>();

  /** Read once: a release never changes. */
  async function changesOfDay({ version, date, digest, files }: ListedRelease): Promise<readonly string[] | null> {
    const known = ofDay.get(`${version} ${digest}`);
    if (known !== undefined) return known;
    const listed = files.find(({ name }) => name === RELEASED_LEDGER);
    const path = listed && (await sound(version, listed));
    if (path === undefined) return null;
    const ids = changeIdsOn(JSON.parse(await readFile(path, 'utf8')) as Ledger, date);
    ofDay.set(`${version} ${digest}`, ids);
    return ids;
  }

  async function answerOf(listed: ListedRelease): Promise<ListedReleaseAnswer> {
    const { files, ...release } = listed;
    const told = files.map(async (file) => ({
      ...file,
      available: await isWhole(join(folder, release.version, file.name), file.bytes),
    }));
    return { ...release, files: await Promise.all(told), changesOfDay: await changesOfDay(listed) };
  }

  // A list that cannot be read is told at once, not to the first reader.
  known = { state: undefined, index: readReleaseIndex(folder) };
  return {
    async list() {
      return Promise.all((await index()).releases.map(answerOf));
    },
    async file(version, name) {
      const release = (await index()).releases.find((listed) => listed.version === version);
      if (release === undefined) return { missing: 'release' };
      const file = release.files.find((listed) => listed.name === name);
      if (file === undefined) return { missing: { has: release.files.map((listed) => listed.name) } };
      const path = await sound(release.version, file);
      if (path === undefined) return { missing: 'content' };
      const { bytes, sha256, mediaType } = file;
      const open = (range?: ByteRange) => Readable.toWeb(createReadStream(path, range)) as ReadableStream<Uint8Array>;
      return { bytes, sha256, mediaType, open };
    },
  };
}
