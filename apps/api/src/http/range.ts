/** A stretch of the bytes of a file, both ends included, from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What of a file a request asks for (RFC 9110, section 14): a single range of bytes.
 *
 * @param range the `Range` header
 * @param ifRange the `If-Range` header: another state of the file than the client has is sent whole
 * @param file its length, and its strong tag in quotation marks
 * @returns the range; `undefined` where the whole file is to be sent, as for several ranges and for what cannot be read;
 *   `unsatisfiable` where the file has no such bytes
 */
export function byteRange(
  range: string | undefined,
  ifRange: string | undefined,
  { bytes, tag }: { readonly bytes: number; readonly tag: string },
): ByteRange | 'unsatisfiable' | undefined {
  if (range === undefined || (ifRange !== undefined && ifRange.trim() !== tag)) return undefined;
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(range.trim()) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= bytes ? 'unsatisfiable' : { start, end };
}
