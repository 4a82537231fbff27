import type { ActorId, EventSummary } from '@counterclaim/domain';

export interface PartyColumn {
  readonly id: ActorId;
  readonly name: string;
}

/** The two parties that most of these events name: the fixed columns of the list. Ties go to the lower id, so that the order is stable. */
export function partyColumns(events: readonly Pick<EventSummary, 'parties'>[]): PartyColumn[] {
  const counts = new Map<ActorId, { name: string; count: number }>();
  for (const { id, name } of events.flatMap(({ parties }) => parties)) {
    counts.set(id, { name, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts]
    .sort(([a, left], [b, right]) => right.count - left.count || (a < b ? -1 : 1))
    .slice(0, 2)
    .map(([id, { name }]) => ({ id, name }));
}
