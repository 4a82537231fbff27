import type { FilterColumns } from './columns.ts';
import { type AskedOfClaim, claimHolds } from './criteria.ts';
import { rowsWith } from './postings.ts';

/** What one claim has: whom it names, who speaks, and how. */
export type ClaimFacet = 'actor' | 'claimant' | 'stance';

/** At least all events of which some claim may have what is asked, by the parameter that leaves the fewest; nothing where all may. */
export function mayHaveClaim(
  { indexes, events }: FilterColumns,
  { actor, claimant, stance }: AskedOfClaim,
): Uint32Array | undefined {
  let fewest: Uint32Array | undefined;
  for (const [rows, mask] of [
    [indexes.named, actor],
    [indexes.claimants, claimant],
    [indexes.stances, stance],
  ] as const) {
    const most = fewest?.length ?? events.size;
    if (mask !== undefined) fewest = rowsWith(rows, mask, most, most) ?? fewest;
  }
  return fewest;
}

interface AskedOfClaims {
  readonly asked: ClaimFacet;
  /** What else has to hold on the claim. */
  readonly rest: AskedOfClaim;
  /** Claims known at earlier places among the instants count. */
  readonly until: number;
  /** How many values there are. */
  readonly size: number;
}

/** Counts events by the values of those of their claims on which everything else holds, each value once for an event. */
export function countOnClaims(
  { claims, events: all }: FilterColumns,
  events: Uint32Array,
  { asked, rest, until, size }: AskedOfClaims,
): Uint32Array {
  const counts = new Uint32Array(size);
  /** The last event, from 1, that was counted for each value. */
  const counted = new Uint32Array(size);
  const { offsets, values, known } = all.claims;
  const { named, claimant, stance } = claims;
  const single = asked === 'claimant' ? claimant : stance;
  for (let at = 0; at < events.length; at += 1) {
    const mark = events[at] + 1;
    const end = offsets[mark];
    for (let link = offsets[mark - 1]; link < end; link += 1) {
      const claim = values[link];
      if (known[link] >= until || !claimHolds(claims, claim, rest)) continue;
      if (asked !== 'actor') {
        // Nobody, and no stance, are beyond what is counted.
        const value = single[claim];
        if (value < 0 || value >= size || counted[value] === mark) continue;
        counted[value] = mark;
        counts[value] += 1;
        continue;
      }
      for (let name = named.offsets[claim]; name < named.offsets[claim + 1]; name += 1) {
        const value = named.values[name];
        if (counted[value] === mark) continue;
        counted[value] = mark;
        counts[value] += 1;
      }
    }
  }
  return counts;
}
