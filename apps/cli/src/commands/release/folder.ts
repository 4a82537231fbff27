import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type ListedRelease, readReleaseIndex, type ReleaseIndex, RELEASE_INDEX } from '@counterclaim/data';
import type { MadeFile } from './made-file.ts';
import { Refusal } from './refusal.ts';

/** What is being written has a hidden name that says by which process: whatever bears another one is nobody's any more. */
const DRAFT = /^\.draft-(?<process>\d+)-/;
const draftOf = (name: string): string => `.draft-${process.pid}-${name}`;

/** Has everything that was written to a file reach the disk. */
function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Likewise the names in a folder. Where the file system cannot, they are written in its own time. */
function syncNames(folder: string): void {
  try {
    sync(folder);
  } catch {
    // Nothing is lost by it but time.
  }
}

function write(path: string, content: Uint8Array | string): void {
  writeFileSync(path, content);
  sync(path);
}

/** Puts a file in its place, whole and brought to the disk: whoever reads meanwhile gets the old one or the new one. */
export function writeDurably(path: string, content: Uint8Array | string): void {
  const folder = dirname(path);
  const draft = join(folder, draftOf(path.slice(folder.length + 1)));
  try {
    write(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncNames(folder);
}

/** Whether a process runs; one that is not ours does too. */
function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes away what interrupted releases left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const id = DRAFT.exec(name)?.groups?.['process'];
    if (id !== undefined && (Number(id) === process.pid || !runs(Number(id)))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

const indexText = (index: ReleaseIndex): string => `${JSON.stringify(index, null, 2)}\n`;

/**
 * Makes ready a folder of releases: it is there, has a list, and holds nothing of an interrupted release that a reader could
 * take for one.
 */
export function prepareFolder(folder: string, index: ReleaseIndex): void {
  mkdirSync(folder, { recursive: true });
  sweep(folder);
  // A folder of a release without any list would be taken for one whose list was lost.
  if (!existsSync(join(folder, RELEASE_INDEX))) writeDurably(join(folder, RELEASE_INDEX), indexText(index));
}

/**
 * Writes the files of a release and lists it. Until the last step, which cannot be done by half, the release does not exist
 * for any reader: its files are written under a hidden name, brought to the disk, and moved to their folder together; then the list,
 * written in the same way, takes the place of the old one. Interrupted anywhere, the same release can be made again.
 *
 * @param index The list that the release was made to follow.
 * @throws Error of the file system, when it cannot be written; Refusal when the list is another one by now. The folder is left
 *   as it was.
 */
export function publish(folder: string, index: ReleaseIndex, release: ListedRelease, files: readonly MadeFile[]): void {
  const place = join(folder, release.version);
  const draft = join(folder, draftOf(release.version));
  let moved = false;
  try {
    mkdirSync(draft);
    for (const { name, content } of files) write(join(draft, name), content);
    syncNames(draft);
    if (indexText(readReleaseIndex(folder)) !== indexText(index)) {
      throw new Refusal(`${join(folder, RELEASE_INDEX)} was changed while ${release.version} was made: release again`);
    }
    // What bears this name and is not listed was left by a release that was interrupted before its last step.
    if (existsSync(place)) renameSync(place, join(folder, draftOf(`${release.version}-unlisted`)));
    renameSync(draft, place);
    moved = true;
    syncNames(folder);
    writeDurably(join(folder, RELEASE_INDEX), indexText({ releases: [release, ...index.releases] }));
  } catch (error) {
    if (moved) rmSync(place, { recursive: true, force: true });
    throw error;
  } finally {
    sweep(folder);
  }
}
