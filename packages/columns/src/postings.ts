import { rowsOfBits } from './bits.ts';
import type { Links } from './columns.ts';
import { LinkBuilder } from './links.ts';

/** The other way round of links: the rows that have a value `n` are `rows[offsets[n]..offsets[n + 1]]`, in their order. */
export interface Postings {
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
}

/** @param values How many values there are; each row has a value once. */
export function postingsOf({ offsets, values }: Links, size: number): Postings {
  const starts = new Uint32Array(size + 1);
  for (let at = 0; at < values.length; at += 1) starts[values[at] + 1] += 1;
  for (let value = 0; value < size; value += 1) starts[value + 1] += starts[value];
  const next = starts.slice();
  const rows = new Uint32Array(values.length);
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    for (let at = offsets[row]; at < offsets[row + 1]; at += 1) rows[next[values[at]]++] = row;
  }
  return { offsets: starts, rows };
}

/** The other way round of a column that has one value for each row. */
export function postingsOfCodes(codes: Uint8Array | Uint16Array, size: number): Postings {
  const offsets = Uint32Array.from({ length: codes.length + 1 }, (_, row) => row);
  return postingsOf({ offsets, values: Uint32Array.from(codes) }, size);
}

/** The other way round of a column of bits, each of which is a value. */
export function postingsOfBits(bits: Uint8Array, size: number): Postings {
  const links = new LinkBuilder();
  bits.forEach((set, row) => {
    for (let value = 0; value < size; value += 1) if (((set >>> value) & 1) === 1) links.add(row, value);
  });
  return postingsOf(links.finish(bits.length), size);
}

/**
 * The rows that have one of the values of a mask, in their order.
 *
 * @param most Nothing is gathered where there are as many, rows with several of the values counted several times.
 * @param few The same, of several values, whose rows have to be put together.
 */
export function rowsWith(
  { offsets, rows }: Postings,
  mask: Uint8Array,
  most: number,
  few: number,
): Uint32Array | undefined {
  const values: number[] = [];
  let count = 0;
  for (let value = 0; value < mask.length; value += 1) {
    if (mask[value] !== 1) continue;
    if (offsets[value + 1] === offsets[value]) continue;
    values.push(value);
    count += offsets[value + 1] - offsets[value];
    if (count >= most || (values.length > 1 && count >= few)) return undefined;
  }
  const [only = -1] = values;
  if (values.length <= 1) return only === -1 ? new Uint32Array() : rows.subarray(offsets[only], offsets[only + 1]);
  let last = 0;
  for (const value of values) last = Math.max(last, rows[offsets[value + 1] - 1]);
  const bits = new Uint32Array((last >>> 5) + 1);
  for (const value of values) {
    for (let at = offsets[value]; at < offsets[value + 1]; at += 1) bits[rows[at] >>> 5] |= 1 << (rows[at] & 31);
  }
  return rowsOfBits(bits, Infinity);
}

/** The rows that two lists in their order have in common. */
export function rowsOfBoth(some: Uint32Array, others: Uint32Array): Uint32Array {
  const found = new Uint32Array(Math.min(some.length, others.length));
  let [end, other] = [0, 0];
  for (let at = 0; at < some.length; at += 1) {
    const row = some[at];
    while (other < others.length && others[other] < row) other += 1;
    if (other === others.length) break;
    if (others[other] === row) found[end++] = row;
  }
  return found.subarray(0, end);
}
