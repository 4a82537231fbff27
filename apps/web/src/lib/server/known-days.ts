import type { Client } from '@counterclaim/api/client';
import type { KnownDays } from '#lib/components/explore/as-of-days.ts';
import { type EventQuery, forCount, without } from '#lib/state/event-query.ts';

/**
 * The days on which the events that match became known: from the first claim of the earliest event, or of the one of which no more
 * was learnt for the longest time, to the latest claim of any. An event whose first claim is older than both is possible, and the slider then
 * begins later than it could.
 *
 * @returns nothing where no claim is dated
 */
export async function knownDays(api: Pick<Client, 'events'>, query: EventQuery): Promise<KnownDays | undefined> {
  const filter = forCount(without(query, 'asOf'));
  const lists = await Promise.all(['date', 'known', '-known'].map((sort) => api.events({ ...filter, sort, limit: 1 })));
  const moments = lists
    .flatMap(({ items }) => items.flatMap(({ firstKnown, lastKnown }) => [firstKnown, lastKnown]))
    .filter((moment) => moment !== null)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const [first, last] = [moments.at(0), moments.at(-1)];
  return first === undefined || last === undefined ? undefined : { first: dayOf(first), last: dayOf(last) };
}

const dayOf = (moment: string): string => new Date(moment).toISOString().slice(0, 10);
