import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS } from '@counterclaim/domain';
import { rowsOfBits } from './bits.ts';
import { askedOfClaim } from './asked-of-claim.ts';
import type { Columns } from './columns.ts';
import { rowsWithin } from './dates.ts';
import { maskOf, maskOfWords } from './dictionary.ts';
import { placesMeeting } from './box.ts';
import { type ColumnFilter, given } from './filter.ts';
import { type Postings, rowsOfBoth, rowsWith } from './postings.ts';
import type { AskedWords } from './words.ts';

/** Number of killed up to which events are sorted by it for certain (`PieceRow.killedKey`). */
const MOST_SORTED = 1_000_000;

/**
 * How many events are few enough to look at each of them, rather than walk a list in its order until there are enough: those of a country
 * may stand together anywhere in it.
 */
export const fewOf = ({ events }: Columns): number => Math.max(1_000, Math.floor(events.size / 5));

/**
 * How many times as many events a parameter may leave as those before it, so that both lists are walked: to ask each event
 * for its places or actors takes several times as long as a step in a list.
 */
const LINKED = 4;

/**
 * At least all events that match a filter, in their order: those that the parameters with an index leave together, where that spares more
 * than it costs. All of them need to be held against the filter still.
 *
 * @param most Nothing is gathered of a parameter that leaves as many.
 * @returns Nothing where every parameter does.
 */
export function candidatesOf(
  columns: Columns,
  filter: ColumnFilter,
  most: number,
  words?: AskedWords,
): Uint32Array | undefined {
  const { indexes, places } = columns;
  let fewest: Uint32Array | undefined;
  const take = (found: (most: number) => Uint32Array | undefined, times = 1): void => {
    const rows = found(fewest === undefined ? most : fewest.length * times);
    if (rows !== undefined) fewest = fewest === undefined ? rows : rowsOfBoth(fewest, rows);
  };
  const has = (rows: Postings, mask: Uint8Array | undefined, times?: number): void => {
    if (mask === undefined) return;
    const few = Math.min(fewest?.length ?? Infinity, fewOf(columns));
    take((fewer) => rowsWith(rows, mask, fewer, few), times);
  };
  if (given(filter.place)) has(indexes.within, maskOf(places, filter.place), LINKED);
  if (filter.bbox !== undefined) has(indexes.at, placesMeeting(places, filter.bbox), LINKED);
  const { actor, claimant, stance } = askedOfClaim(columns, filter);
  has(indexes.named, actor, LINKED);
  has(indexes.claimants, claimant, LINKED);
  has(indexes.stances, stance, LINKED);
  const { date } = filter;
  if (date !== undefined) take((fewer) => rowsWithin(columns, date, fewer));
  // To put together what many events have would cost more than to walk them.
  if (words !== undefined && 'bits' in words) {
    for (const bits of words.bits) take((fewer) => rowsOfBits(bits, Math.min(fewer, fewOf(columns))));
  }
  if (given(filter.kind)) has(indexes.kind, maskOfWords(EVENT_KINDS, filter.kind));
  if (given(filter.dataset)) has(indexes.dataset, maskOf(columns.datasets, filter.dataset));
  const { killed, asOf } = filter;
  if (given(filter.status) && asOf === undefined) {
    has(indexes.status, maskOfWords(ATTRIBUTION_STATUSES, filter.status));
  }
  if (given(filter.agreement) && asOf === undefined) {
    has(indexes.agreement, maskOfWords(AGREEMENTS, filter.agreement));
  }
  if (killed?.min !== undefined && killed.min <= MOST_SORTED && asOf === undefined) {
    const { min } = killed;
    take((fewer) => rowsKilled(columns, min, Math.min(fewer, fewOf(columns))));
  }
  return fewest;
}

/** Events of which somebody states so many killed, or more: the last ones in the order of that number. */
function rowsKilled({ orders, events, pieces }: Columns, min: number, most: number): Uint32Array | undefined {
  const first = orders.killed.length - most;
  const highOf = (place: number): number => pieces.killedHigh[events.pieces[orders.killed[place] + 1] - 1];
  if (first >= 0 && highOf(first) >= min) return undefined;
  let [low, high] = [Math.max(0, first), orders.killed.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (highOf(middle) < min) low = middle + 1;
    else high = middle;
  }
  return orders.killed.slice(low).sort();
}
