import type { Codec } from './codec.ts';

/** What of a format tells its tables from others: its name and its columns. */
export type Known = Pick<Codec, 'format' | 'columns'>;

/** The share of a format's required columns that a header must have for the table to be taken for one of it. */
const ENOUGH = 0.8;

/**
 * The format whose table a header most likely is of: the one of which it has the largest share of required columns.
 *
 * @param header The header's cells; case, and spaces around them, do not matter.
 * @returns `undefined` where it is of none of them.
 */
export function recognise<Format extends Known>(
  header: readonly string[],
  formats: readonly Format[],
): Format | undefined {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  let best: Format | undefined;
  let most = 0;
  for (const format of formats) {
    const required = format.columns.filter((column) => column.required);
    const share = required.filter(({ name }) => names.has(name)).length / required.length;
    if (share >= ENOUGH && share > most) [best, most] = [format, share];
  }
  return best;
}
