import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The document of a source as it was received, or `undefined` where the folder has none. */
export async function readDocument(folder: string, source: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, `${source}.txt`)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
