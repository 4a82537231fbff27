import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS, STANCES } from '@counterclaim/domain';
import type { EventColumns, FilterColumns, PieceColumns } from './columns.ts';
import { type Postings, postingsOf, postingsOfBits, postingsOfCodes } from './postings.ts';

/** Which events have each kind, dataset, place, actor or stance at any instant, and each status or agreement as of now. */
export interface Indexes {
  readonly kind: Postings;
  readonly dataset: Postings;
  readonly status: Postings;
  readonly agreement: Postings;
  readonly at: Postings;
  readonly within: Postings;
  readonly named: Postings;
  readonly claimants: Postings;
  readonly stances: Postings;
}

/** Works them out of the columns of events and of their pieces. */
export function indexesOf(
  events: EventColumns,
  { status, agreements }: Pick<PieceColumns, 'status' | 'agreements'>,
  { datasets, places, actors }: Record<keyof Pick<FilterColumns, 'datasets' | 'places' | 'actors'>, { size: number }>,
): Indexes {
  const latest = (column: Uint8Array): Uint8Array =>
    Uint8Array.from({ length: events.size }, (_, event) => column[events.pieces[event + 1] - 1]);
  return {
    kind: postingsOfCodes(events.kind, EVENT_KINDS.length),
    dataset: postingsOfCodes(events.dataset, datasets.size),
    status: postingsOfCodes(latest(status), ATTRIBUTION_STATUSES.length),
    agreement: postingsOfBits(latest(agreements), AGREEMENTS.length),
    at: postingsOf(events.at, places.size),
    within: postingsOf(events.within, places.size),
    named: postingsOf(events.named, actors.size),
    claimants: postingsOf(events.claimants, actors.size),
    stances: postingsOf(events.stances, STANCES.length),
  };
}
