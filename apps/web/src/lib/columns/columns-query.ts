import { readEventFilter } from '@counterclaim/api/filter';
import { type EventQuery, forCount } from '#lib/state/event-query.ts';
import type { ColumnsQuery } from './message.ts';

/** What columns are asked for a query; nothing where the API would refuse it, and says why. */
export function columnsQueryOf(query: EventQuery): ColumnsQuery | undefined {
  const asked = forCount(query);
  const found = readEventFilter(asked);
  if (found === undefined) return undefined;
  const { q, ...filter } = found;
  if (q === undefined) return { filter };
  return {
    filter,
    words: new URLSearchParams({ q, ...(asked.asOf === undefined ? {} : { asOf: asked.asOf }) }).toString(),
  };
}
