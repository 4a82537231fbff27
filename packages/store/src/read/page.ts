import type { Page } from '../answer.ts';
import type { Position } from '../filter.ts';

/** Makes a page of rows of which one more than the limit was asked for, to tell whether there is another page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  positionOf: (row: Row) => Position,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(itemOf);
  return rows.length > limit && last !== undefined ? { items, next: positionOf(last) } : { items };
}
