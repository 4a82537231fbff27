import { STANCES } from '@counterclaim/domain';
import { type AskedOfClaim, claimHolds } from './asked-of-claim.ts';
import type { FilterColumns } from './columns.ts';

/** What one claim has: whom it names, who speaks, and how. */
export const CLAIM_FACETS = ['actor', 'claimant', 'stance'] as const;
export type ClaimFacet = (typeof CLAIM_FACETS)[number];

/** Counts events by values that they have several times. */
class Tally {
  readonly counts: Uint32Array;
  /** The last event, from 1, that was counted for each value. */
  readonly #counted: Uint32Array;

  constructor(size: number) {
    this.counts = new Uint32Array(size);
    this.#counted = new Uint32Array(size);
  }

  /** @param mark The event, counted from 1. */
  take(value: number, mark: number): void {
    // Nobody, and no stance, are beyond what is counted.
    if (value < 0 || value >= this.counts.length || this.#counted[value] === mark) return;
    this.#counted[value] = mark;
    this.counts[value] += 1;
  }
}

interface AskedOfClaims {
  /** What is counted. */
  readonly asked: readonly ClaimFacet[];
  /** What has to hold on the claim. */
  readonly holds: AskedOfClaim;
  /** Claims known at earlier places among the instants count. */
  readonly until: number;
}

/**
 * Counts events by the values of those of their claims on which something holds, each value once for an event. What is asked together is
 * counted in one go: to come by the claims takes longer than to count them.
 *
 * @param groups No event is in two of them.
 */
export function countOnClaims(
  { claims, events: all, actors }: FilterColumns,
  groups: readonly Uint32Array[],
  { asked, holds, until }: AskedOfClaims,
): Readonly<Partial<Record<ClaimFacet, Uint32Array>>> {
  const tallyOf = (facet: ClaimFacet, size: number) => (asked.includes(facet) ? new Tally(size) : undefined);
  const actor = tallyOf('actor', actors.size);
  const claimant = tallyOf('claimant', actors.size);
  const stance = tallyOf('stance', STANCES.length);
  const { offsets, values, known } = all.claims;
  const { named } = claims;
  for (const events of groups) {
    for (let at = 0; at < events.length; at += 1) {
      const mark = events[at] + 1;
      const end = offsets[mark];
      for (let link = offsets[mark - 1]; link < end; link += 1) {
        const claim = values[link];
        if (known[link] >= until || !claimHolds(claims, claim, holds)) continue;
        claimant?.take(claims.claimant[claim], mark);
        stance?.take(claims.stance[claim], mark);
        if (actor === undefined) continue;
        for (let name = named.offsets[claim]; name < named.offsets[claim + 1]; name += 1) {
          actor.take(named.values[name], mark);
        }
      }
    }
  }
  return {
    ...(actor && { actor: actor.counts }),
    ...(claimant && { claimant: claimant.counts }),
    ...(stance && { stance: stance.counts }),
  };
}
