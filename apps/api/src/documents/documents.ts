import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failure, type Result, type SourceId, success } from '@counterclaim/domain';

/** The texts that the operator of a service holds, beside a ledger that holds none. */
export interface Documents {
  /**
   * The text of a source as it was received, or why it cannot be read, in words for whoever sees the page; `undefined` where the
   * operator holds none.
   */
  text(source: SourceId): Promise<Result<string> | undefined>;
}

/** Bytes of a text at most: no article is longer, and a text is read anew for each request. */
const MAXIMUM_SIZE = 2 ** 20;

/**
 * The texts of a folder, each `<source-id>.txt` in UTF-8. They are read when they are asked for, and never kept.
 *
 * @throws Error, with one line that says what to do, when there is no such folder.
 */
export function openDocuments(folder: string): Documents {
  const path = resolve(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(
      `COUNTERCLAIM_SOURCES=${folder}: ${path} is no folder. Name the one that holds the texts, by its whole path, or leave the variable out.`,
    );
  }
  return { text: (source) => readText(path, `${source}.txt`) };
}

async function readText(folder: string, name: string): Promise<Result<string> | undefined> {
  try {
    const file = join(folder, name);
    const stats = await stat(file);
    // To read anything else, such as a pipe, could take for ever.
    if (!stats.isFile()) return failure(`${name} is no file: save the text in its place.`);
    if (stats.size > MAXIMUM_SIZE) {
      return failure(`The file ${name} has ${stats.size} bytes: at most ${MAXIMUM_SIZE} are read.`);
    }
    const bytes = await readFile(file);
    return isUtf8(bytes)
      ? success(new TextDecoder().decode(bytes))
      : failure(`The file ${name} is not UTF-8: save the text as UTF-8.`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === undefined) throw error;
    return failure(`The file ${name} cannot be read (${code}).`);
  }
}
