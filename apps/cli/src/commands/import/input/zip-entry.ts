import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { InputFile } from './input-file.ts';
import { explainReading, ReadingError } from './reading-error.ts';

/** Names that are listed at most. */
const LISTED = 10;

/** Methods of packing that are read: none, and deflate. */
const METHODS: readonly number[] = [0, 8];

/** What is in an archive beside its files: folders, and what macOS adds. */
const isBeside = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(?:^|\/)\./.test(name);

const listed = (names: readonly string[]): string =>
  names.length <= LISTED ? names.join(', ') : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;

/** An archive whose directory or data is not as the format has it. */
const damaged = (shown: string, error: unknown): unknown => {
  const explained = explainReading(error, shown);
  if (explained !== error || !(error instanceof Error) || error instanceof ReadingError) return explained;
  return new ReadingError(
    `${shown} is cut off or damaged (${error.message.replace(/\.$/, '')}): get it again from where it was published`,
    { cause: error },
  );
};

/** The one entry that is meant: the one named, or the only table, or the only file. */
function chosen(entries: readonly Entry[], { shown, path, within }: InputFile): Entry {
  const names = entries.map(({ fileName }) => fileName);
  if (within !== undefined) {
    const named = entries.filter(({ fileName }) => fileName === within);
    const [entry] = named;
    if (entry === undefined) throw new ReadingError(`${path} holds no ${within}: name one of ${listed(names)}`);
    if (named.length > 1)
      throw new ReadingError(`${path} holds ${within} more than once: unpack it, and name the file that is meant`);
    return entry;
  }
  if (names.includes('[Content_Types].xml')) {
    throw new ReadingError(`${shown} is a spreadsheet or another document: save the sheet as CSV, and give that`);
  }
  const tables = entries.filter(({ fileName }) => /\.csv$/i.test(fileName));
  const candidates = tables.length > 0 ? tables : entries;
  const [entry] = candidates;
  if (entry === undefined)
    throw new ReadingError(`${shown} is an archive without a file in it: give one that holds the table`);
  if (candidates.length > 1) {
    throw new ReadingError(
      `${shown} holds several files, ${listed(candidates.map(({ fileName }) => fileName))}: name one as ${path}:${entry.fileName}`,
    );
  }
  return entry;
}

async function entriesOf(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of archive.eachEntry()) if (!isBeside(entry.fileName)) entries.push(entry);
  return entries;
}

/**
 * The bytes of the one table in a zip archive, found by its central directory, checked against its checksum when all were given
 * out. Memory does not grow with either.
 *
 * @param told Called with the share of the entry that was read, from 0 to 1.
 * @throws ReadingError when the archive is damaged, encrypted, packed in a rarer way, or holds several tables and none is named.
 */
export async function* zipEntryBytes(file: InputFile, told: (share: number) => void): AsyncGenerator<Uint8Array> {
  const { path, shown } = file;
  let archive: ZipFile | undefined;
  try {
    archive = await openPromise(path, { lazyEntries: true, autoClose: false });
    const entry = chosen(await entriesOf(archive), file);
    const name = file.within === undefined ? `${shown}:${entry.fileName}` : shown;
    if (entry.isEncrypted()) {
      throw new ReadingError(`${name} is encrypted: unpack it with its password, and give what is in it`);
    }
    if (!METHODS.includes(entry.compressionMethod)) {
      throw new ReadingError(
        `${name} is packed in a way that is not read (method ${entry.compressionMethod}): unpack it first`,
      );
    }
    let checksum = 0;
    let read = 0;
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      const bytes = chunk as Buffer;
      checksum = crc32(bytes, checksum);
      read += bytes.length;
      told(read / entry.uncompressedSize);
      yield bytes;
    }
    if (checksum !== entry.crc32) {
      throw new ReadingError(`${name} is damaged, its checksum does not fit: get it again from where it was published`);
    }
  } catch (error) {
    throw damaged(shown, error);
  } finally {
    archive?.close();
  }
}
