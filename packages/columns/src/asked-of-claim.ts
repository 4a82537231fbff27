import { STANCES } from '@counterclaim/domain';
import type { ClaimColumns, EventColumns, FilterColumns, Links } from './columns.ts';
import { maskOf, maskOfWords } from './dictionary.ts';
import { type ColumnFilter, given } from './filter.ts';
import { hasAny } from './links.ts';
import { rowsWith } from './postings.ts';

/** What is asked of one claim, as masks over codes. All are always there, so that what looks at many claims is compiled once. */
export interface AskedOfClaim {
  readonly actor: Uint8Array | undefined;
  readonly claimant: Uint8Array | undefined;
  readonly stance: Uint8Array | undefined;
}

/** What a filter asks of one claim. */
export const askedOfClaim = (columns: FilterColumns, { actor, claimant, stance }: ColumnFilter): AskedOfClaim => ({
  actor: given(actor) ? maskOf(columns.actors, actor) : undefined,
  claimant: given(claimant) ? maskOf(columns.actors, claimant) : undefined,
  stance: given(stance) ? maskOfWords(STANCES, stance) : undefined,
});

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

/**
 * At least all events of which some claim may have what is asked, by the parameter that leaves the fewest.
 *
 * @param most Nothing is gathered where each leaves as many.
 */
export function mayHaveClaim(
  { indexes }: FilterColumns,
  { actor, claimant, stance }: AskedOfClaim,
  most: number,
): Uint32Array | undefined {
  let fewest: Uint32Array | undefined;
  for (const [rows, mask] of [
    [indexes.named, actor],
    [indexes.claimants, claimant],
    [indexes.stances, stance],
  ] as const) {
    const fewer = fewest?.length ?? most;
    if (mask !== undefined) fewest = rowsWith(rows, mask, fewer, fewer) ?? fewest;
  }
  return fewest;
}
