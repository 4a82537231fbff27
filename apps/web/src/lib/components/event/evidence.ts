import type { ClaimId, Passage } from '@counterclaim/domain';
import { formatSpeaker } from '#lib/format/speaker.ts';
import { actorName, claimHref, type Reading } from './reading.ts';

/** One claim as a reader checks it: our words, whose they are, in which document, where. */
export interface Quotation {
  readonly claim: ClaimId;
  readonly href: string;
  readonly paraphrase: string;
  /** The speaker as the document names them. */
  readonly speaker: string;
  readonly hedge: string | null;
  readonly publisher: string;
  /** Empty where only an excerpt was seen. */
  readonly passages: readonly Passage[];
}

/** A claim with its evidence; `null` where the ledger does not hold it. */
export function quotationOf(reading: Reading, id: ClaimId): Quotation | null {
  const claim = reading.claims.get(id);
  if (claim === undefined) return null;
  const source = reading.sources.get(claim.source);
  return {
    claim: id,
    href: claimHref(id),
    paraphrase: claim.paraphrase,
    speaker: formatSpeaker(claim.claimant, reading.actors),
    hedge: claim.hedge ?? null,
    publisher: source === undefined ? claim.source : actorName(reading, source.publisher),
    passages: 'passages' in claim.evidence ? claim.evidence.passages : [],
  };
}

/** Claims with passages first, then those that stand at the root of a statement; one for each distinct paraphrase. */
export function quotationsOf(reading: Reading, claims: readonly ClaimId[]): Quotation[] {
  const isTop = (id: ClaimId): boolean => (reading.utterances.byId.get(id)?.top ?? id) === id;
  const found = claims.flatMap((id) => quotationOf(reading, id) ?? []);
  const ranked = [...found].sort(
    (a, b) =>
      Number(b.passages.length > 0) - Number(a.passages.length > 0) || Number(isTop(b.claim)) - Number(isTop(a.claim)),
  );
  const seen = new Set<string>();
  return ranked.filter(({ paraphrase }) => !seen.has(paraphrase) && seen.add(paraphrase));
}
