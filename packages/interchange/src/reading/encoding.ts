import { isAscii } from 'node:buffer';

/** How many bytes, from the first that is not ASCII on, decide how a file is encoded. */
const SNIFFED = 1024 * 1024;

/** What is known of a file's encoding as its bytes pass. */
export interface Encoding {
  /** `ascii` as long as nothing else was met. Windows-1252 is what Latin-1 is in practice: it has letters where that has control codes. */
  name: 'ascii' | 'utf-8' | 'windows-1252';
  /** Whether bytes passed that are no UTF-8, though the file is read as UTF-8. */
  damaged: boolean;
}

/** Counts what speaks for UTF-8, its sequences of several bytes, and against it. A sequence that the end cuts off is neither. */
function evidence(bytes: Uint8Array): { readonly sequences: number; readonly invalid: number } {
  let sequences = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    let followed = 1;
    while (followed < length && ((bytes[at + followed] ?? 0) & 0xc0) === 0x80) followed += 1;
    if (length > 0 && followed === length) {
      sequences += 1;
      at += length - 1;
    } else if (length === 0 || at + followed < bytes.length) invalid += 1;
  }
  return { sequences, invalid };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * A file's bytes as UTF-8 without a byte order mark.
 *
 * Bytes that are not ASCII decide, over the first mebibyte from where they begin: when sequences of UTF-8 outnumber the bytes that
 * are none, it is UTF-8 in which some bytes are damaged, else Windows-1252. A byte order mark decides nothing: some programs write
 * one in front of Latin-1.
 *
 * @param encoding Set as the file is read, before the bytes that decide are given out.
 */
export async function* utf8Of(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  let first = true;
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const legacy = new TextDecoder('windows-1252');

  const convert = (bytes: Uint8Array): Uint8Array => {
    if (encoding.name === 'windows-1252') return Buffer.from(legacy.decode(bytes));
    if (!encoding.damaged) {
      try {
        strict.decode(bytes, { stream: true });
      } catch {
        encoding.damaged = true;
      }
    }
    return bytes;
  };
  const decide = (): Uint8Array => {
    let bytes: Uint8Array = Buffer.concat(held);
    held = [];
    size = 0;
    if (first && BYTE_ORDER_MARK.equals(bytes.subarray(0, 3))) bytes = bytes.subarray(3);
    first = false;
    if (isAscii(bytes)) return bytes;
    const { sequences, invalid } = evidence(bytes);
    encoding.name = invalid === 0 || sequences > invalid ? 'utf-8' : 'windows-1252';
    return convert(bytes);
  };

  for await (const chunk of chunks) {
    if (encoding.name !== 'ascii') {
      yield convert(chunk);
    } else if (size === 0 && isAscii(chunk)) {
      if (chunk.length > 0) first = false;
      yield chunk;
    } else {
      held.push(chunk);
      size += chunk.length;
      if (size >= SNIFFED) yield decide();
    }
  }
  if (size > 0) yield decide();
  if (encoding.name === 'utf-8' && !encoding.damaged) {
    try {
      strict.decode();
    } catch {
      encoding.damaged = true;
    }
  }
}
