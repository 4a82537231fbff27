import type { Client } from '@counterclaim/api/client';
import type { EventSummary } from '@counterclaim/domain';

/** Summaries as of the asked date: a record's own page has them as they are now. */
export async function asKnown(
  events: readonly EventSummary[],
  asOf: string | undefined,
  api: Client,
): Promise<readonly EventSummary[]> {
  if (asOf === undefined) return events;
  return Promise.all(events.map(async ({ id }) => (await api.event(id, { asOf })).summary));
}
