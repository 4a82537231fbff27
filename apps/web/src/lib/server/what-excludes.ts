import type { Client } from '@counterclaim/api/client';
import { type EventQuery, type Filter, FILTERS, forCount, without } from '#lib/state/event-query.ts';

export interface Excluding {
  readonly filter: Filter;
  /** How many events there would be without it. */
  readonly total: number;
}

/** For a query that leaves nothing: the filters without which something would be left, the one that excludes most first. */
export async function whatExcludes(api: Pick<Client, 'facets'>, query: EventQuery): Promise<Excluding[]> {
  const totals = await Promise.all(
    FILTERS.filter((filter) => query[filter] !== undefined).map(async (filter) => ({
      filter,
      total: (await api.facets(forCount(without(query, filter)))).total,
    })),
  );
  return totals.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}
