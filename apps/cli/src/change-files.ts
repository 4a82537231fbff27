import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ChangedFile, UNFINISHED } from '@counterclaim/data';
import { createFile, replaceFile } from './write-file.ts';

/** The text of a file; `null` where there is none. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes a file hold a text, whatever it holds, or be gone. */
function put(path: string, text: string | null): void {
  if (text === null) rmSync(path, { force: true });
  else if (existsSync(path)) replaceFile(path, text);
  else {
    mkdirSync(dirname(path), { recursive: true });
    createFile(path, text);
  }
}

function putBack(folder: string, files: readonly ChangedFile[]): void {
  for (const { file, before } of files) {
    const path = join(folder, file);
    if (textOf(path) !== before) put(path, before);
  }
}

/**
 * Puts the files of a folder back as they were before a change that was interrupted, where one was.
 *
 * @returns Their paths within the folder.
 * @throws Error when one of them has been edited since: nothing is then touched.
 */
export function recoverFiles(folder: string): readonly string[] {
  const journal = join(folder, UNFINISHED);
  const text = textOf(journal);
  if (text === null) return [];
  const { files } = JSON.parse(text) as { readonly files: readonly ChangedFile[] };
  const edited = files.filter(({ file, before, after }) => ![before, after].includes(textOf(join(folder, file))));
  if (edited.length > 0) {
    throw new Error(
      `${journal} tells of a change that was interrupted, and ${edited.map(({ file }) => file).join(', ')} ` +
        `${edited.length === 1 ? 'was' : 'were'} edited since: put the files that it lists as they should be, as with git, and delete it`,
    );
  }
  putBack(folder, files);
  rmSync(journal);
  return files.map(({ file }) => file);
}

/**
 * Changes files of a folder, all of them or none. What they held stands in a file of its own until all are written, by which
 * `check` tells that a change was interrupted and `recoverFiles` takes it back.
 *
 * @throws Error when one was edited since it was read, or cannot be written; all are then as they were.
 */
export function changeFiles(folder: string, files: readonly ChangedFile[]): void {
  if (files.length === 0) return;
  for (const { file, before } of files) {
    if (textOf(join(folder, file)) === before) continue;
    throw new Error(`${join(folder, file)} was edited in the meantime: nothing was written, run the command again`);
  }
  const journal = join(folder, UNFINISHED);
  createFile(journal, `${JSON.stringify({ files }, null, 2)}\n`);
  try {
    // What is new comes first, and what goes last: no text is ever only in the journal.
    const rank = ({ before, after }: ChangedFile): number => (before === null ? 0 : after === null ? 2 : 1);
    for (const { file, after } of files.toSorted((a, b) => rank(a) - rank(b))) put(join(folder, file), after);
  } catch (error) {
    putBack(folder, files);
    rmSync(journal);
    throw error;
  }
  rmSync(journal);
}
