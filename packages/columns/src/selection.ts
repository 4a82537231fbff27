import type { Columns } from './columns.ts';
import { type AskedOfClaim, askedOfClaim, criteriaOf, FAILS, piecesAsked } from './criteria.ts';
import type { ColumnFilter } from './filter.ts';
import type { AskedWords } from './words.ts';

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

/**
 * Holds a filter against every event, one parameter after another.
 *
 * @param words Which events have each of the words that are asked for.
 */
export function select(columns: Columns, filter: ColumnFilter, words?: AskedWords): Selection {
  const { size } = columns.events;
  const { pieceOf, known } = piecesAsked(columns, filter.asOf);
  const pieces = new Int32Array(size);
  const fails = new Uint16Array(size);
  for (let event = 0; event < size; event += 1) {
    pieces[event] = pieceOf(event);
    if (pieces[event] < 0) fails[event] = FAILS.other;
  }
  for (const { bit, holds } of criteriaOf(columns, filter, { pieceOf: (event) => pieces[event], known }, words)) {
    for (let event = 0; event < size; event += 1) if (pieces[event] >= 0 && !holds(event)) fails[event] |= bit;
  }
  return { pieces, fails, known, claim: askedOfClaim(columns, filter) };
}
