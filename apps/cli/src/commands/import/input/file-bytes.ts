import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { InputFile } from './input-file.ts';
import { explainReading, ReadingError } from './reading-error.ts';
import { zipEntryBytes } from './zip-entry.ts';

/** Bytes read at once. */
const CHUNK = 256 * 1024;

type Packing = 'none' | 'gzip' | 'zip';

/** How a file is packed, by how it begins: names are often wrong. */
async function packingOf(path: string): Promise<Packing> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    // An archive without files begins with the end of its directory.
    if (start === 'PK\x03\x04' || start === 'PK\x05\x06') return 'zip';
    return start.startsWith('\x1f\x8b') ? 'gzip' : 'none';
  } finally {
    await handle.close();
  }
}

/**
 * The bytes of a table, unpacked where its file is packed as gzip or zip, in constant memory.
 *
 * @param told Called with the share of the file that was read, from 0 to 1.
 * @throws ReadingError when the file cannot be read or unpacked.
 */
export async function* fileBytes(file: InputFile, told: (share: number) => void): AsyncGenerator<Uint8Array> {
  const { path, shown, within, size } = file;
  try {
    const packing = await packingOf(path);
    if (packing === 'zip') {
      yield* zipEntryBytes(file, told);
      return;
    }
    if (within !== undefined) throw new ReadingError(`${path} is no zip archive: name it alone, without :${within}`);
    let read = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        read += chunk.length;
        told(read / size);
        done(null, chunk);
      },
    });
    const raw = createReadStream(path, { highWaterMark: CHUNK });
    // Whatever fails is thrown by what is read from.
    const failed = (): void => undefined;
    const bytes =
      packing === 'gzip'
        ? pipeline(raw, counted, createGunzip({ chunkSize: CHUNK }), failed)
        : pipeline(raw, counted, failed);
    for await (const chunk of bytes) yield chunk as Buffer;
  } catch (error) {
    throw explainReading(error, shown);
  }
}
