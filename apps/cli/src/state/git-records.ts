import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What one call of git may write, in bytes: all records of a revision, many times over. */
const MOST = 1 << 30;

/** Calls git in a folder. Nothing that git is told here writes anything. */
function git(folder: string, words: readonly string[], input?: string): Buffer {
  const called = spawnSync('git', ['-C', folder, ...words], { input, maxBuffer: MOST });
  if (called.error !== undefined) {
    const { code } = called.error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'git is not installed' : `git cannot be called (${code ?? called.error.message})`;
    throw new Error(`${what}: install it, or compare folders of records`, { cause: called.error });
  }
  if (called.status === 0) return called.stdout;
  throw new Error(called.stderr.toString('utf8').trim() || `git ${words.join(' ')} ended with ${called.status}`);
}

/** The commit that a revision names. */
function commitOf(folder: string, revision: string): string {
  try {
    git(folder, ['rev-parse', '--show-toplevel']);
  } catch (cause) {
    if ((cause as Error).message.startsWith('git ')) throw cause;
    throw new Error(`${folder} is in no checkout of git: name a folder of records in one with --records`, { cause });
  }
  try {
    // An option would be no revision, and a range or a file no commit.
    return git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
      .toString('utf8')
      .trim();
  } catch (cause) {
    throw new Error(
      `git knows no revision ${revision} here: name a branch, a tag or a commit, as git log shows them, such as git:HEAD~3`,
      { cause },
    );
  }
}

/** Whether git knows a revision by this name in the checkout that holds a folder; not, where there is no git or no checkout. */
export function knowsRevision(folder: string, revision: string): boolean {
  try {
    commitOf(folder, revision);
    return true;
  } catch {
    return false;
  }
}

interface Blob {
  readonly path: string;
  readonly object: string;
}

/** The files under a folder at a commit, by their paths within it. */
function blobsAt(folder: string, commit: string): Blob[] {
  const listed = git(folder, ['ls-tree', '-r', '-z', commit, '.']).toString('utf8').split('\0');
  return listed.flatMap((entry) => {
    const found = /^\d+ blob (?<object>[0-9a-f]+)\t(?<path>.+)$/s.exec(entry)?.groups;
    return found === undefined ? [] : [{ path: found['path'] ?? '', object: found['object'] ?? '' }];
  });
}

/** The contents of blobs, in their order. */
function contentsOf(folder: string, blobs: readonly Blob[]): Buffer[] {
  const batch = git(folder, ['cat-file', '--batch'], blobs.map(({ object }) => `${object}\n`).join(''));
  let at = 0;
  return blobs.map(() => {
    // `<object> blob <size>`, a newline, the content, a newline.
    const head = batch.indexOf(0x0a, at);
    const size = Number(batch.subarray(at, head).toString('ascii').split(' ')[2]);
    const content = batch.subarray(head + 1, head + 1 + size);
    at = head + 1 + size + 1;
    return content;
  });
}

/**
 * Reads the records of a folder as they were at a revision, with the work tree left as it is.
 *
 * @param folder A folder of records in a checkout of git.
 * @param revision Anything that git understands as a commit: a branch, a tag, `HEAD~3`.
 * @param read Is given a folder that holds them, which is gone afterwards.
 * @throws Error when git is not there, the folder is in no checkout, or git knows no such revision or no records in it.
 */
export function withRecordsAt<Value>(folder: string, revision: string, read: (folder: string) => Value): Value {
  const commit = commitOf(folder, revision);
  const blobs = blobsAt(folder, commit);
  if (blobs.length === 0) throw new Error(`there are no records in ${folder} at ${revision}: name a later revision`);
  const contents = contentsOf(folder, blobs);
  const copy = mkdtempSync(join(tmpdir(), 'records-'));
  try {
    for (const [index, { path }] of blobs.entries()) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents[index] ?? '');
    }
    return read(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}
