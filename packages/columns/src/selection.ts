import { AGREEMENTS, ATTRIBUTION_STATUSES, EVENT_KINDS, STANCES } from '@counterclaim/domain';
import { placesMeeting } from './box.ts';
import type { ClaimColumns, Columns, EventColumns, KnownLinks, Links } from './columns.ts';
import { maskOf } from './dictionary.ts';
import { type Bounds, type ColumnFilter, given } from './filter.ts';
import { countUntil } from './instants.ts';
import type { AskedWords } from './words.ts';

/** Bits that say which parameters an event fails. Those that no facet leaves out share one. */
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
} as const;

/** What is asked of one claim, as masks over codes; absent where nothing is asked. */
export interface AskedOfClaim {
  readonly actor?: Uint8Array;
  readonly claimant?: Uint8Array;
  readonly stance?: Uint8Array;
}

/** A filter held against every event. */
export interface Selection {
  /** The piece of each event that counts; -1 where none does. */
  readonly pieces: Int32Array;
  /** What each event fails, as bits of `FAILS`: 0 for those that match. */
  readonly fails: Uint16Array;
  /** What is known has a smaller place among the instants. */
  readonly known: number;
  readonly claim: AskedOfClaim;
}

/** For each place in a list of words 1 where it is asked for. */
const maskOfWords = <Word extends string>(words: readonly Word[], asked: readonly Word[]): Uint8Array =>
  Uint8Array.from(words, (word) => (asked.includes(word) ? 1 : 0));

/** The latest piece of each event, or the one that held at an instant, unless no claim was known by then. */
function piecesAt({ events, pieces }: Columns, known: number | undefined): Int32Array {
  const rows = new Int32Array(events.size);
  if (known === undefined) {
    for (let event = 0; event < events.size; event += 1) rows[event] = events.pieces[event + 1] - 1;
    return rows;
  }
  for (let event = 0; event < events.size; event += 1) {
    let found = -1;
    for (let piece = events.pieces[event]; piece < events.pieces[event + 1]; piece += 1) {
      if (pieces.knownFrom[piece] < known && pieces.knownUntil[piece] >= known && pieces.claims[piece] > 0)
        found = piece;
    }
    rows[event] = found;
  }
  return rows;
}

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

class Test {
  readonly #columns: Columns;
  readonly #pieces: Int32Array;
  readonly #fails: Uint16Array;
  readonly #known: number;
  readonly #isAsOf: boolean;

  constructor(columns: Columns, { pieces, fails, known }: Omit<Selection, 'claim'>) {
    this.#columns = columns;
    this.#pieces = pieces;
    this.#fails = fails;
    this.#known = known;
    this.#isAsOf = known < columns.instants.length;
  }

  /** Events whose code is not in the mask fail. */
  code(bit: number, codes: Uint8Array | Uint16Array, mask: Uint8Array): void {
    const fails = this.#fails;
    for (let event = 0; event < fails.length; event += 1) if (mask[codes[event]] !== 1) fails[event] |= bit;
  }

  /** Events none of whose values is in the mask fail. */
  links(bit: number, { offsets, values }: Links, mask: Uint8Array): void {
    const fails = this.#fails;
    for (let event = 0; event < fails.length; event += 1) {
      if (!hasAny(values, offsets[event], offsets[event + 1], mask)) fails[event] |= bit;
    }
  }

  /** The same of values that count from an instant on. */
  knownLinks(bit: number, links: KnownLinks, mask: Uint8Array): void {
    if (!this.#isAsOf) {
      this.links(bit, links, mask);
      return;
    }
    const fails = this.#fails;
    const { offsets } = links;
    for (let event = 0; event < fails.length; event += 1) {
      if (!hasKnown(links, offsets[event], offsets[event + 1], mask, this.#known)) fails[event] |= bit;
    }
  }

  date(start: number, end: number): void {
    const fails = this.#fails;
    const { starts, ends } = this.#columns.events;
    for (let event = 0; event < fails.length; event += 1) {
      if (!(starts[event] < end && ends[event] > start)) fails[event] |= FAILS.date;
    }
  }

  status(mask: Uint8Array): void {
    const fails = this.#fails;
    const { status } = this.#columns.pieces;
    for (let event = 0; event < fails.length; event += 1) {
      const piece = this.#pieces[event];
      if (piece >= 0 && mask[status[piece]] !== 1) fails[event] |= FAILS.status;
    }
  }

  agreement(bits: number): void {
    const fails = this.#fails;
    const { agreements } = this.#columns.pieces;
    for (let event = 0; event < fails.length; event += 1) {
      const piece = this.#pieces[event];
      if (piece >= 0 && (agreements[piece] & bits) === 0) fails[event] |= FAILS.agreement;
    }
  }

  /** A range that is not there has numbers below zero. */
  range(lows: Int32Array, highs: Int32Array, { min = 0, max = Infinity }: Bounds): void {
    const fails = this.#fails;
    for (let event = 0; event < fails.length; event += 1) {
      const piece = this.#pieces[event];
      if (piece >= 0 && !(lows[piece] >= 0 && highs[piece] >= min && lows[piece] <= max)) fails[event] |= FAILS.other;
    }
  }

  question(mask: Uint8Array): void {
    const fails = this.#fails;
    const { offsets, values } = this.#columns.pieces.questions;
    for (let event = 0; event < fails.length; event += 1) {
      const piece = this.#pieces[event];
      if (piece >= 0 && !hasAny(values, offsets[piece], offsets[piece + 1], mask)) fails[event] |= FAILS.other;
    }
  }

  words(asked: AskedWords): void {
    const fails = this.#fails;
    if ('bits' in asked) {
      for (const bits of asked.bits) {
        for (let event = 0; event < fails.length; event += 1) {
          if (((bits[event >>> 5] >>> (event & 31)) & 1) === 0) fails[event] |= FAILS.other;
        }
      }
      return;
    }
    for (const since of asked.known) {
      for (let event = 0; event < fails.length; event += 1) {
        if (since[event] >= this.#known) fails[event] |= FAILS.other;
      }
    }
  }

  claim(asked: AskedOfClaim): void {
    const { named, claimants, stances } = this.#columns.events;
    const { actor, claimant, stance } = asked;
    const masks = [actor, claimant, stance].filter((one) => one !== undefined);
    const mask = masks.at(0);
    if (mask === undefined) return;
    if (masks.length === 1) {
      // Asked one thing, what is gathered of the event answers.
      this.knownLinks(FAILS.claim, actor !== undefined ? named : claimant !== undefined ? claimants : stances, mask);
      return;
    }
    const fails = this.#fails;
    const { events, claims } = this.#columns;
    const { offsets, values, known } = events.claims;
    for (let event = 0; event < fails.length; event += 1) {
      let found = false;
      const end = mayHold(events, event, asked) ? offsets[event + 1] : 0;
      for (let at = offsets[event]; at < end && !found; at += 1) {
        found = known[at] < this.#known && claimHolds(claims, values[at], asked);
      }
      if (!found) fails[event] |= FAILS.claim;
    }
  }
}

/**
 * Holds a filter against every event, one parameter after another.
 *
 * @param words Which events have each of the words that are asked for.
 */
export function select(columns: Columns, filter: ColumnFilter, words?: AskedWords): Selection {
  const { asOf, date, place, bbox, actor, claimant, stance, killed, injured } = filter;
  const { status, agreement, question, kind, dataset, source } = filter;
  const { events, pieces: all, instants } = columns;
  const known = asOf === undefined ? instants.length : countUntil(instants, asOf);
  const pieces = piecesAt(columns, asOf === undefined ? undefined : known);
  const fails = new Uint16Array(events.size);
  for (let event = 0; event < fails.length; event += 1) if (pieces[event] < 0) fails[event] = FAILS.other;
  const claim: AskedOfClaim = {
    ...(given(actor) ? { actor: maskOf(columns.actors, actor) } : {}),
    ...(given(claimant) ? { claimant: maskOf(columns.actors, claimant) } : {}),
    ...(given(stance) ? { stance: maskOfWords(STANCES, stance) } : {}),
  };
  const test = new Test(columns, { pieces, fails, known });
  if (words !== undefined) test.words(words);
  if (date !== undefined) test.date(date.start, date.end);
  if (given(place)) test.links(FAILS.place, events.within, maskOf(columns.places, place));
  if (bbox !== undefined) test.links(FAILS.other, events.at, placesMeeting(columns.places, bbox));
  test.claim(claim);
  if (killed !== undefined) test.range(all.killedLow, all.killedHigh, killed);
  if (injured !== undefined) test.range(all.injuredLow, all.injuredHigh, injured);
  if (given(status)) test.status(maskOfWords(ATTRIBUTION_STATUSES, status));
  if (given(agreement)) test.agreement(agreement.reduce((bits, name) => bits | (1 << AGREEMENTS.indexOf(name)), 0));
  if (given(question)) test.question(maskOf(columns.questions, question));
  if (given(kind)) test.code(FAILS.kind, events.kind, maskOfWords(EVENT_KINDS, kind));
  if (given(dataset)) test.code(FAILS.dataset, events.dataset, maskOf(columns.datasets, dataset));
  if (given(source)) test.knownLinks(FAILS.source, events.sources, maskOf(columns.sources, source));
  return { pieces, fails, known, claim };
}
