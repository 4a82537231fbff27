import { type EventQuery, withValue } from '#lib/state/event-query.ts';
import type { TableColumn } from '#lib/state/table-columns.ts';

/** What the head of a column that events can be sorted by says and does. */
export interface ColumnSort {
  /** The value of `aria-sort`; absent where the table is sorted by another column. */
  readonly current?: 'ascending' | 'descending';
  /** What following its link does, for those who do not see the arrow. */
  readonly next: string;
  /** Sorted by it: with the greatest first, or the other way round where that is how it is sorted now. */
  readonly query: EventQuery;
}

/** Of each order that the API has, what comes first when it runs up, and when it runs down. */
const FIRST: Readonly<Partial<Record<TableColumn, readonly [up: string, down: string]>>> = {
  date: ['oldest first', 'newest first'],
  killed: ['fewest first', 'most first'],
  known: ['oldest first', 'latest first'],
};

/** @returns nothing for a column that the API has no order by */
export function columnSort(column: TableColumn, query: EventQuery): ColumnSort | undefined {
  const words = FIRST[column];
  if (words === undefined) return undefined;
  const sort = query.sort ?? '-date';
  const isDown = sort === `-${column}`;
  const current = isDown ? 'descending' : sort === column ? 'ascending' : undefined;
  return {
    ...(current === undefined ? {} : { current }),
    next: words[isDown ? 0 : 1],
    query: withValue(query, 'sort', isDown ? column : `-${column}`),
  };
}
