import type { FilterColumns } from './columns.ts';
import { countUntil } from './instants.ts';
import { Latest } from './latest.ts';

/** Of the events' pieces those that count: the latest, or those that held at an instant. */
export interface PiecesAsked {
  /** Row of the piece of an event that counts; -1 where none does. */
  readonly pieceOf: (event: number) => number;
  /** The same of every event: for whoever looks at most of them. */
  readonly all: () => Int32Array;
  /** What is known has a smaller place among the instants. */
  readonly known: number;
}

/** How many instants the pieces of all events are kept for: lists and facets are asked for of one again and again, as a reader changes a filter. */
const KEPT = 4;
const LATEST = -1;

/** Pieces of all events by what was known. */
const kept = new WeakMap<FilterColumns, Latest<number, Int32Array>>();

function remembered(columns: FilterColumns, known: number, pieceOf: (event: number) => number): Int32Array {
  const ofColumns = kept.get(columns) ?? new Latest<number, Int32Array>(KEPT);
  kept.set(columns, ofColumns);
  return ofColumns.get(known, () => new Int32Array(columns.events.size).map((_, event) => pieceOf(event)));
}

/** The latest piece of each event, or the one that held at an instant, unless no claim was known by then. */
export function piecesAsked(columns: FilterColumns, asOf: number | undefined): PiecesAsked {
  const { events, pieces, instants } = columns;
  if (asOf === undefined) {
    const pieceOf = (event: number): number => events.pieces[event + 1] - 1;
    return { pieceOf, all: () => remembered(columns, LATEST, pieceOf), known: instants.length };
  }
  const known = countUntil(instants, asOf);
  const search = (event: number): number => {
    for (let piece = events.pieces[event]; piece < events.pieces[event + 1]; piece += 1) {
      if (pieces.knownFrom[piece] < known && pieces.knownUntil[piece] >= known && pieces.claims[piece] > 0)
        return piece;
    }
    return -1;
  };
  const found = kept.get(columns)?.peek(known);
  return {
    pieceOf: found === undefined ? search : (event) => found[event],
    all: () => remembered(columns, known, search),
    known,
  };
}
