import { type AskedOfClaim, askedOfClaim } from './asked-of-claim.ts';
import type { FilterColumns } from './columns.ts';
import { criteriaOf, FAILS } from './criteria.ts';
import type { ColumnFilter } from './filter.ts';
import { piecesAsked } from './pieces.ts';
import type { AskedWords } from './words.ts';

/** A filter held against every event. */
export interface Selection {
  /** The piece of each event that counts; -1 where none does. */
  readonly pieces: Int32Array;
  /** What each event fails, as bits of `FAILS`: 0 for those that match. */
  readonly fails: Uint16Array;
  /** Whether something known later was left out. */
  readonly isAsOf: boolean;
  /** What is known has a smaller place among the instants. */
  readonly known: number;
  readonly claim: AskedOfClaim;
}

/**
 * Holds a filter against every event, one parameter after another.
 *
 * @param words Which events have each of the words that are asked for.
 * @param room What a selection failed that nobody reads any longer: it is written over.
 */
export function select(
  columns: FilterColumns,
  filter: ColumnFilter,
  words?: AskedWords,
  room?: Uint16Array,
): Selection {
  const { size } = columns.events;
  const isAsOf = filter.asOf !== undefined;
  const asked = piecesAsked(columns, filter.asOf);
  const pieces = asked.all();
  const fails = room?.fill(0) ?? new Uint16Array(size);
  // As of now every event has a piece.
  if (isAsOf) for (let event = 0; event < size; event += 1) if (pieces[event] < 0) fails[event] = FAILS.other;
  const { known } = asked;
  const found = { ...asked, pieceOf: (event: number) => pieces[event] };
  for (const { bit, holds, fail } of criteriaOf(columns, filter, found, words)) {
    if (fail !== undefined) fail(fails);
    else for (let event = 0; event < size; event += 1) if (pieces[event] >= 0 && !holds(event)) fails[event] |= bit;
  }
  return { pieces, fails, isAsOf, known, claim: askedOfClaim(columns, filter) };
}
