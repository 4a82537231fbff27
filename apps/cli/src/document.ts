import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';

/** The option that names the folder of the documents; the variable spares those who always have them in one place. */
export const sourcesOption = (): Option =>
  new Option('--sources <dir>', 'folder of the documents, each <source-id>.txt in UTF-8')
    .env('COUNTERCLAIM_SOURCES')
    .makeOptionMandatory();

/** @throws Error when there is no such folder. */
export function requireSources(folder: string): void {
  if (folder === '') throw new Error('no folder of documents: name it with --sources or COUNTERCLAIM_SOURCES');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`${folder} is no folder: name that of the documents`);
  }
}

/** The file that holds a source's document. */
export const documentFile = (folder: string, source: string): string => join(folder, `${source}.txt`);

/** The sources whose documents a folder holds. */
export const documentsIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -'.txt'.length)] : []));

/**
 * The text of a file, in UTF-8.
 *
 * @throws Error of the file system; Error that says what to do, when the file is no UTF-8.
 */
export function readText(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is no UTF-8: save the document's text as UTF-8`, { cause: error });
  }
}

/**
 * The document of a source as it was received, or `undefined` where the folder has none.
 *
 * @throws Error when the file cannot be read, or is no UTF-8.
 */
export function readDocument(folder: string, source: string): string | undefined {
  try {
    return readText(documentFile(folder, source));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
