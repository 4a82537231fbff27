import { stringify } from 'csv-stringify/sync';
import type { Column } from '../column.ts';
import { cellText } from './cell.ts';

/** Rows written at once. */
const ROWS = 100;

/** A line break of any kind must be quoted, not only the one that ends a record. */
const FORMAT = { record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ } as const;

/**
 * Writes records as CSV (RFC 4180: CRLF, a header, quotes doubled; UTF-8 without a byte order mark), some rows at a time.
 * Without a record it writes the header alone.
 */
export async function* writeCsv<Item>(
  columns: readonly Column<Item>[],
  items: Iterable<Item> | AsyncIterable<Item>,
): AsyncGenerator<string, void, undefined> {
  yield stringify([columns.map(({ name }) => name)], FORMAT);
  let rows: string[][] = [];
  for await (const item of items) {
    rows.push(columns.map(({ type, value }) => cellText(value(item), type)));
    if (rows.length < ROWS) continue;
    yield stringify(rows, FORMAT);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, FORMAT);
}
