import type { Columns } from './columns.ts';
import { countUntil } from './instants.ts';

/** The events that have a word, as bits: that of event `n` is bit `n % 32` of the number `n >>> 5`. */
export type EventBits = Uint32Array;

/** Not known at any instant. */
export const NEVER = 2 ** 32 - 1;

/** Since when each event has a word: places in `Columns.instants`, 0 where it always had it, or `NEVER`. */
export type EventsKnown = Uint32Array;

/** Calls with the row of each key that has one; both sorted upwards. */
function eachRow(keys: Float64Array, asked: Float64Array, take: (row: number) => void): void {
  let row = 0;
  for (let at = 0; at < asked.length; at += 1) {
    while (row < keys.length && keys[row] < asked[at]) row += 1;
    if (row < keys.length && keys[row] === asked[at]) take(row);
  }
}

/** @param keys Keys of events, sorted upwards; those of none are passed over. */
export function eventBits({ events }: Columns, keys: Float64Array): EventBits {
  const bits = new Uint32Array(Math.ceil(events.size / 32));
  eachRow(events.key, keys, (row) => {
    bits[row >>> 5] |= 1 << (row & 31);
  });
  return bits;
}

/**
 * Since when each event has a word.
 *
 * @param identity Keys of events that have it in what they are by themselves, sorted upwards.
 * @param said Keys of claims that have it, sorted upwards.
 */
export function eventsKnown({ events, claims }: Columns, identity: Float64Array, said: Float64Array): EventsKnown {
  const has = new Uint8Array(claims.size);
  eachRow(claims.key, said, (row) => {
    has[row] = 1;
  });
  const since = new Uint32Array(events.size).fill(NEVER);
  const { offsets, values, known } = events.claims;
  for (let event = 0; event < events.size; event += 1) {
    for (let at = offsets[event]; at < offsets[event + 1]; at += 1) {
      if (has[values[at]] === 1 && known[at] < since[event]) since[event] = known[at];
    }
  }
  eachRow(events.key, identity, (row) => {
    since[row] = 0;
  });
  return since;
}

/** What is asked of words: all of them must occur; as of an instant, by then. */
export type AskedWords = { readonly bits: readonly EventBits[] } | { readonly known: readonly EventsKnown[] };

/** Events that have all of the words; as of an instant, by then. */
export function bitsOfWords({ events, instants }: Columns, words: AskedWords, asOf?: number): EventBits {
  const bits = new Uint32Array(Math.ceil(events.size / 32));
  if ('bits' in words) {
    bits.fill(2 ** 32 - 1);
    for (const each of words.bits) for (let at = 0; at < bits.length; at += 1) bits[at] &= each[at];
    return bits;
  }
  const known = asOf === undefined ? instants.length : countUntil(instants, asOf);
  for (let event = 0; event < events.size; event += 1) {
    if (words.known.every((since) => since[event] < known)) bits[event >>> 5] |= 1 << (event & 31);
  }
  return bits;
}
