import type { Dictionary } from './dictionary.ts';
import type { Column } from './growing.ts';
import type { Indexes } from './indexes.ts';
import type { Orders } from './orders.ts';
import type { PackedTexts } from './packed-text.ts';

/**
 * Several values for each row: those of row `n` are `values[offsets[n]..offsets[n + 1]]`, so that `offsets` is one longer than the rows.
 */
export interface Links {
  readonly offsets: Uint32Array;
  /** Codes of a dictionary, or numbers of rows of another table. */
  readonly values: Uint32Array;
}

/** Links with the instant from which each is known, as its place in `Columns.instants`. */
export interface KnownLinks extends Links {
  readonly known: Uint32Array;
}

/** One row for each event, in the order of keys, which is that of dates. */
export interface EventColumns {
  readonly size: number;
  readonly ids: PackedTexts;
  /** By the clock of the event's zone, in milliseconds read as if in UTC; infinite where the time is open. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Counted from January of the year 0. */
  readonly month: Int32Array;
  /** Place in `EVENT_KINDS`. */
  readonly kind: Uint8Array;
  readonly dataset: Uint16Array;
  /** Row of the first of its pieces; one longer than the rows. */
  readonly pieces: Uint32Array;
  /** Its own places, and all that they lie within. */
  readonly at: Links;
  readonly within: Links;
  readonly sources: KnownLinks;
  /** Rows of its claims. */
  readonly claims: KnownLinks;
  /** Gathered from its claims, each once: actors named in any role, bodies that speak, places in `STANCES`. */
  readonly named: KnownLinks;
  readonly claimants: KnownLinks;
  readonly stances: KnownLinks;
}

/** No number: of a column of killed or injured, where nobody states one. */
export const NO_NUMBER = -1;

/** One row for each stretch of time in which an event's assessment stays the same; the last of an event is that of everything. */
export interface PieceColumns {
  readonly size: number;
  /** Places in `Columns.instants`; it holds from the first, until just before the second. */
  readonly knownFrom: Uint32Array;
  readonly knownUntil: Uint32Array;
  /** Claims known. */
  readonly claims: Uint32Array;
  /** Place in `ATTRIBUTION_STATUSES`. */
  readonly status: Uint8Array;
  /** A bit for each of `AGREEMENTS`. */
  readonly agreements: Uint8Array;
  readonly killedLow: Int32Array;
  readonly killedHigh: Int32Array;
  readonly injuredLow: Int32Array;
  readonly injuredHigh: Int32Array;
  readonly questions: Links;
}

/** What the store sorts lists by: the number of killed, or when the latest claim became known, then the date; below zero where there is none. */
interface SortKeys {
  readonly killedKey: Float64Array;
  readonly knownKey: Float64Array;
}

/** The store's keys. */
interface Keys {
  readonly key: Float64Array;
}

/** Nobody, or nothing: of a column that has at most one value. */
export const NO_ACTOR = -1;
export const NO_STANCE = 255;

/** One row for each claim that counts for some event, in the order of keys. */
export interface ClaimColumns {
  readonly size: number;
  /** The body that speaks, or `NO_ACTOR`. */
  readonly claimant: Int32Array;
  /** Place in `STANCES`, or `NO_STANCE`. */
  readonly stance: Uint8Array;
  /** Actors named in any role. */
  readonly named: Links;
}

export interface PlaceColumns extends Dictionary {
  /** Not a number where there is no point. */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  /** In kilometres. */
  readonly radius: Float64Array;
}

/**
 * One state of a ledger, as filters, counts and maps read it. Nothing in it is an object for each row: its parts can be handed to another
 * thread as they are.
 */
export interface FilterColumns {
  /** Milliseconds since 1970, sorted, each once, from minus infinity. */
  readonly instants: Float64Array;
  readonly datasets: Dictionary;
  readonly actors: Dictionary;
  readonly places: PlaceColumns;
  readonly sources: Dictionary;
  readonly questions: Dictionary;
  readonly events: EventColumns;
  readonly pieces: PieceColumns;
  readonly claims: ClaimColumns;
  readonly indexes: Indexes;
}

/** What whoever talks to the store needs beside: its keys, and the orders of its lists. */
export interface Columns extends FilterColumns {
  readonly events: EventColumns & Keys;
  readonly pieces: PieceColumns & SortKeys;
  readonly claims: ClaimColumns & Keys;
  readonly orders: Orders;
}

const isColumn = (value: object): value is Column => ArrayBuffer.isView(value);

/** Bytes that columns take, every buffer counted once. */
export function bytesOf(columns: object): number {
  const seen = new Set<object>();
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
    seen.add(value);
    return isColumn(value)
      ? value.byteLength
      : Object.values(value).reduce((sum: number, part) => sum + count(part), 0);
  };
  return count(columns);
}
