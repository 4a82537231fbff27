import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder: make it, or name another file',
  ENOTDIR: 'there is no such folder: make it, or name another file',
  EISDIR: 'it is a folder: name a file in it',
  EACCES: 'allow writing in its folder, or name another file',
  EPERM: 'allow writing in its folder, or name another file',
  EROFS: 'its disk cannot be written: name another file',
  ENOSPC: 'free some space there, or name another file',
  EDQUOT: 'free some space there, or name another file',
};

function explain(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  return new Error(`${path} cannot be written (${code}): ${REMEDIES[code] ?? 'see to the disk'}; nothing was written`, {
    cause: error,
  });
}

/**
 * Writes a file at once: beside its place first, then, whole and on the disk, in the place of one that is there. A name that ends in
 * `.gz` is packed.
 *
 * @throws Error, in one line, when it cannot be written; whatever the text's source throws. What was there stays.
 */
export async function writeWhole(path: string, text: AsyncIterable<string>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
      throw Object.assign(new Error('a folder'), { code: 'EISDIR', syscall: 'open' });
    }
    const file = createWriteStream(draft, { flags: 'wx', flush: true });
    const chunks = Readable.from(text);
    if (path.endsWith('.gz')) await pipeline(chunks, createGzip(), file);
    else await pipeline(chunks, file);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw explain(error, path);
  }
}
