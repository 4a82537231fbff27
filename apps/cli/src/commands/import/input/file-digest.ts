import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { InputFile } from './input-file.ts';
import { explainReading } from './reading-error.ts';

/** Bytes read at once. */
const CHUNK = 1024 * 1024;

/**
 * The SHA-256 of a file's bytes as they lie on the disk, packed or not, in hexadecimal.
 *
 * @throws ReadingError when it cannot be read.
 */
export async function fileDigest({ path, shown }: InputFile): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) hash.update(chunk as Buffer);
  } catch (error) {
    throw explainReading(error, shown);
  }
  return hash.digest('hex');
}
