import { type ActorIndex, type Claim, counts, type Source } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatSpeaker } from '#lib/format/speaker.ts';

/** A claim that counts for nothing, because the ledger took it or its document back. */
export interface RetractedClaim {
  readonly id: string;
  readonly href: string;
  readonly paraphrase: string;
  readonly claimant: string;
  /** `YYYY-MM-DD`, and in words. */
  readonly date: string;
  readonly day: string;
  readonly reason: string;
  /** Not the claim itself was taken back, but the document that it was coded from. */
  readonly withSource: boolean;
}

/** Of some claims those that count for nothing, the latest taken back first. */
export function retractedClaims(
  claims: readonly Claim[],
  sources: ReadonlyMap<Source['id'], Source>,
  actors: ActorIndex,
): RetractedClaim[] {
  return claims
    .flatMap((claim): RetractedClaim[] => {
      const source = sources.get(claim.source);
      const retracted = claim.retracted ?? source?.retracted;
      if (counts(claim, source) || retracted === undefined) return [];
      const { id, paraphrase, claimant } = claim;
      return [
        {
          id,
          href: `/claims/${id}`,
          paraphrase,
          claimant: capitalise(formatSpeaker(claimant, actors)),
          date: retracted.date,
          day: formatDate(retracted.date, 'UTC'),
          reason: retracted.reason,
          withSource: claim.retracted === undefined,
        },
      ];
    })
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
}
