import type { Actor, LedgerItem } from '@counterclaim/domain';
import type { Decoded, TableItem } from '../codec.ts';
import { RowReader } from './row-reader.ts';

/**
 * Decodes a table row by row: the maker of the dataset before the first row, of each row its problems and then its records, and
 * the problems of the table where they stand. A problem that refuses the table ends it.
 *
 * @param itemsOf The records of one row, each after those it names; none of a row that is rejected. It reports to the row.
 */
export async function* decodeRows(
  table: AsyncIterable<TableItem>,
  maker: Actor,
  itemsOf: (row: RowReader) => readonly LedgerItem[],
): AsyncGenerator<Decoded, void, undefined> {
  let started = false;
  for await (const item of table) {
    if (item.type === 'problem') {
      yield item;
      if (item.problem.weight === 'refused') return;
      continue;
    }
    if (!started) {
      started = true;
      yield { type: 'items', items: [{ type: 'actor', value: maker }] };
    }
    const row = new RowReader(item.row);
    const items = itemsOf(row);
    for (const problem of row.problems) yield { type: 'problem', problem };
    if (items.length > 0) yield { type: 'items', items };
  }
}
