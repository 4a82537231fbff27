import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS, STANCES } from '@counterclaim/domain';
import { placesMeeting } from './box.ts';
import type { ClaimColumns, FilterColumns, EventColumns, KnownLinks, Links } from './columns.ts';
import { maskOf } from './dictionary.ts';
import { type Bounds, type ColumnFilter, given } from './filter.ts';
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

/** What is asked of one claim, as masks over codes; absent where nothing is asked. */
export interface AskedOfClaim {
  readonly actor?: Uint8Array;
  readonly claimant?: Uint8Array;
  readonly stance?: Uint8Array;
}

/** For each place in a list of words 1 where it is asked for. */
export const maskOfWords = <Word extends string>(words: readonly Word[], asked: readonly Word[]): Uint8Array =>
  Uint8Array.from(words, (word) => (asked.includes(word) ? 1 : 0));

/** Whether one of the values from a place to another is in the mask. */
function hasAny(values: Uint32Array, from: number, to: number, mask: Uint8Array): boolean {
  for (let at = from; at < to; at += 1) if (mask[values[at]] === 1) return true;
  return false;
}

/** Whether one of them is, and has an instant before a place. */
function hasKnown({ values, known }: KnownLinks, from: number, to: number, mask: Uint8Array, until: number): boolean {
  for (let at = from; at < to; at += 1) if (mask[values[at]] === 1 && known[at] < until) return true;
  return false;
}

/** Whether everything asked holds on a claim. */
export function claimHolds(claims: ClaimColumns, claim: number, { actor, claimant, stance }: AskedOfClaim): boolean {
  if (stance !== undefined && stance[claims.stance[claim]] !== 1) return false;
  if (claimant !== undefined && claimant[claims.claimant[claim]] !== 1) return false;
  const { offsets, values } = claims.named;
  return actor === undefined || hasAny(values, offsets[claim], offsets[claim + 1], actor);
}

/** Whether an event has what is asked on one claim or another: its claims need to be looked at only then. */
export function mayHold(events: EventColumns, event: number, { actor, claimant, stance }: AskedOfClaim): boolean {
  const has = ({ offsets, values }: Links, mask: Uint8Array | undefined): boolean =>
    mask === undefined || hasAny(values, offsets[event], offsets[event + 1], mask);
  return has(events.claimants, claimant) && has(events.stances, stance) && has(events.named, actor);
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

/** What a filter asks of one claim. */
export const askedOfClaim = (columns: FilterColumns, { actor, claimant, stance }: ColumnFilter): AskedOfClaim => ({
  ...(given(actor) ? { actor: maskOf(columns.actors, actor) } : {}),
  ...(given(claimant) ? { claimant: maskOf(columns.actors, claimant) } : {}),
  ...(given(stance) ? { stance: maskOfWords(STANCES, stance) } : {}),
});

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
    ask(FAILS.claim, (event) => {
      if (!mayHold(events, event, asked)) return false;
      for (let at = offsets[event]; at < offsets[event + 1]; at += 1) {
        if (since[at] < known && claimHolds(claims, values[at], asked)) return true;
      }
      return false;
    });
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
