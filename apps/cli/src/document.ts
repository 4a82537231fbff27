import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The document of a source as it was received, or `undefined` where the folder has none.
 *
 * @throws Error when the file is no UTF-8.
 */
export function readDocument(folder: string, source: string): string | undefined {
  const file = join(folder, `${source}.txt`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is no UTF-8: save the document's text as UTF-8`, { cause: error });
  }
}
