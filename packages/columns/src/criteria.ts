import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS } from '@counterclaim/domain';
import { askedOfClaim, claimHolds, mayHaveClaim, mayHold } from './asked-of-claim.ts';
import { placesMeeting } from './box.ts';
import type { FilterColumns, KnownLinks, Links } from './columns.ts';
import { maskOf, maskOfWords } from './dictionary.ts';
import { type Bounds, type ColumnFilter, given } from './filter.ts';
import { hasAny } from './links.ts';
import type { PiecesAsked } from './pieces.ts';
import type { Postings } from './postings.ts';
import type { AskedWords } from './words.ts';

/** Bits that say which parameters an event fails. Those that no facet leaves out share one, but for that of boxes. */
export const FAILS = {
  status: 1,
  agreement: 2,
  kind: 4,
  dataset: 8,
  place: 16,
  source: 32,
  date: 64,
  /** `actor`, `claimant` and `stance`, which hold on one claim. */
  claim: 128,
  other: 256,
  box: 512,
} as const;

/** One parameter of a filter. */
export interface Criterion {
  /** Of `FAILS`. */
  readonly bit: number;
  /** Whether it holds for the event of a row, of which a piece counts. */
  readonly holds: (event: number) => boolean;
  /** Sets the bit of every event for which it does not, where that takes less than to ask of each. */
  readonly fail?: (fails: Uint16Array) => void;
}

/** Whether one of them is, and has an instant before a place. */
function hasKnown({ values, known }: KnownLinks, from: number, to: number, mask: Uint8Array, until: number): boolean {
  for (let at = from; at < to; at += 1) if (mask[values[at]] === 1 && known[at] < until) return true;
  return false;
}

/** Sets a bit of all events that a set of bits does not have. */
const failWhereUnset =
  (bit: number, bits: Uint32Array) =>
  (fails: Uint16Array): void => {
    for (let event = 0; event < fails.length; event += 1) {
      if (((bits[event >>> 5] >>> (event & 31)) & 1) === 0) fails[event] |= bit;
    }
  };

/** Sets a bit of all events but those that an index has for the values of a mask; nothing else may set it. */
const failAllBut =
  (bit: number, { offsets, rows }: Postings, mask: Uint8Array) =>
  (fails: Uint16Array): void => {
    for (let event = 0; event < fails.length; event += 1) fails[event] |= bit;
    for (let value = 0; value < mask.length; value += 1) {
      if (mask[value] !== 1) continue;
      for (let at = offsets[value]; at < offsets[value + 1]; at += 1) fails[rows[at]] &= ~bit;
    }
  };

/** Sets a bit of all events but those of a few for which something holds; nothing else may set it. */
const failAllUnless =
  (bit: number, few: Uint32Array, holds: Criterion['holds']) =>
  (fails: Uint16Array): void => {
    for (let event = 0; event < fails.length; event += 1) fails[event] |= bit;
    for (let at = 0; at < few.length; at += 1) if (holds(few[at])) fails[few[at]] &= ~bit;
  };

/**
 * What a filter asks of each event, parameter by parameter.
 *
 * @param words Which events have each of the words that are asked for.
 */
export function criteriaOf(
  columns: FilterColumns,
  filter: ColumnFilter,
  { pieceOf, all, known }: PiecesAsked,
  words?: AskedWords,
): Criterion[] {
  const { events, pieces, claims, indexes } = columns;
  const { date, place, bbox, killed, injured, status, agreement, question, kind, dataset, source } = filter;
  const isAsOf = known < columns.instants.length;
  const found: Criterion[] = [];
  const ask = (bit: number, holds: Criterion['holds'], fail?: Criterion['fail']): void => {
    found.push(fail === undefined ? { bit, holds } : { bit, holds, fail });
  };

  const linked = (bit: number, { offsets, values }: Links, mask: Uint8Array, rows?: Postings): void => {
    ask(bit, (event) => hasAny(values, offsets[event], offsets[event + 1], mask), rows && failAllBut(bit, rows, mask));
  };
  const linkedBy = (bit: number, links: KnownLinks, mask: Uint8Array, rows?: Postings): void => {
    if (!isAsOf) linked(bit, links, mask, rows);
    else ask(bit, (event) => hasKnown(links, links.offsets[event], links.offsets[event + 1], mask, known));
  };
  const coded = (bit: number, codes: Uint8Array | Uint16Array, mask: Uint8Array, rows: Postings): void => {
    ask(bit, (event) => mask[codes[event]] === 1, failAllBut(bit, rows, mask));
  };
  /** A range that is not there has numbers below zero. */
  const ranged = (lows: Int32Array, highs: Int32Array, { min = 0, max = Infinity }: Bounds): void => {
    const holds = (piece: number): boolean => lows[piece] >= 0 && highs[piece] >= min && lows[piece] <= max;
    ask(
      FAILS.other,
      (event) => holds(pieceOf(event)),
      (fails) => {
        const ofEvents = all();
        for (let event = 0; event < fails.length; event += 1) {
          const piece = ofEvents[event];
          if (piece < 0 || !holds(piece)) fails[event] |= FAILS.other;
        }
      },
    );
  };

  if (words !== undefined && 'bits' in words) {
    for (const bits of words.bits) {
      ask(FAILS.other, (event) => ((bits[event >>> 5] >>> (event & 31)) & 1) === 1, failWhereUnset(FAILS.other, bits));
    }
  } else if (words !== undefined) {
    for (const since of words.known) ask(FAILS.other, (event) => since[event] < known);
  }
  if (date !== undefined) {
    const { starts, ends } = events;
    const { start, end } = date;
    const holds = (event: number): boolean => starts[event] < end && ends[event] > start;
    ask(FAILS.date, holds, (fails) => {
      for (let event = 0; event < fails.length; event += 1) if (!holds(event)) fails[event] |= FAILS.date;
    });
  }
  if (given(place)) linked(FAILS.place, events.within, maskOf(columns.places, place), indexes.within);
  if (bbox !== undefined) linked(FAILS.box, events.at, placesMeeting(columns.places, bbox), indexes.at);
  if (given(kind)) coded(FAILS.kind, events.kind, maskOfWords(EVENT_KINDS, kind), indexes.kind);
  if (given(dataset)) coded(FAILS.dataset, events.dataset, maskOf(columns.datasets, dataset), indexes.dataset);
  if (given(source)) linkedBy(FAILS.source, events.sources, maskOf(columns.sources, source));

  const asked = askedOfClaim(columns, filter);
  const { actor, claimant, stance } = asked;
  const masks = [actor, claimant, stance].filter((one) => one !== undefined);
  const mask = masks.at(0);
  if (mask !== undefined && masks.length === 1) {
    // Asked one thing, what is gathered of the event answers.
    const by = actor !== undefined ? 'named' : claimant !== undefined ? 'claimants' : 'stances';
    linkedBy(FAILS.claim, events[by], mask, indexes[by]);
  } else if (mask !== undefined) {
    const { offsets, values, known: since } = events.claims;
    const holds = (event: number): boolean => {
      if (!mayHold(events, event, asked)) return false;
      for (let at = offsets[event]; at < offsets[event + 1]; at += 1) {
        if (since[at] < known && claimHolds(claims, values[at], asked)) return true;
      }
      return false;
    };
    const few = mayHaveClaim(columns, asked, events.size / 2);
    ask(FAILS.claim, holds, few && failAllUnless(FAILS.claim, few, holds));
  }

  if (killed !== undefined) ranged(pieces.killedLow, pieces.killedHigh, killed);
  if (injured !== undefined) ranged(pieces.injuredLow, pieces.injuredHigh, injured);
  if (given(status)) {
    const mask = maskOfWords(ATTRIBUTION_STATUSES, status);
    const ofLatest = isAsOf ? undefined : failAllBut(FAILS.status, indexes.status, mask);
    ask(FAILS.status, (event) => mask[pieces.status[pieceOf(event)]] === 1, ofLatest);
  }
  if (given(agreement)) {
    const bits = agreement.reduce((all, name) => all | (1 << AGREEMENTS.indexOf(name)), 0);
    const ofLatest = isAsOf
      ? undefined
      : failAllBut(FAILS.agreement, indexes.agreement, maskOfWords(AGREEMENTS, agreement));
    ask(FAILS.agreement, (event) => (pieces.agreements[pieceOf(event)] & bits) !== 0, ofLatest);
  }
  if (given(question)) {
    const mask = maskOf(columns.questions, question);
    const { offsets, values } = pieces.questions;
    ask(FAILS.other, (event) => {
      const piece = pieceOf(event);
      return hasAny(values, offsets[piece], offsets[piece + 1], mask);
    });
  }
  return found;
}
