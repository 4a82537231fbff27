import type { DocumentAnswer, VerifiedPassage } from '@counterclaim/api/client';
import type { Claim, Passage } from '@counterclaim/domain';
import { passageAnchor } from './anchors.ts';
import { type Mark, type Segment, segmentsOf } from './segments.ts';

/** A passage beside the document. */
export interface ShownPassage extends VerifiedPassage {
  /** Fragment of the link to its place in the document; `null` where it has none. */
  readonly anchor: string | null;
}

/** A claim beside the document. */
export interface ShownClaim {
  /** From 1, in the order of the document: the number that marks its passages. */
  readonly number: number;
  readonly claim: Claim;
  /** None where only an excerpt was coded. */
  readonly passages: readonly ShownPassage[];
}

export interface ShownParagraph {
  readonly segments: readonly Segment[];
  /** The claims whose first passage stands in it. */
  readonly claims: readonly ShownClaim[];
}

/** A document beside its claims. */
export interface Evidence {
  readonly paragraphs: readonly ShownParagraph[];
  /** Claims that no paragraph can be shown for: those of excerpts, and those whose passages the text does not have. */
  readonly unplaced: readonly ShownClaim[];
}

/** Where a passage is marked: at its place, unless the words that were coded stand elsewhere; `null` where the text has no such place. */
function placeOf({ passage, verdict, found, elsewhere }: VerifiedPassage): Passage | null {
  if (verdict === 'elsewhere') return elsewhere;
  return found === null ? null : passage;
}

const inOrder = (a: Passage, b: Passage): number => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end;

/** The place by which a claim is sorted: the first of its passages in the document. */
const firstPlace = (passages: readonly VerifiedPassage[]): Passage | undefined =>
  passages.flatMap((passage) => placeOf(passage) ?? []).sort(inOrder)[0];

/** The passages of one claim as they were looked up in a document. */
export const shownPassages = (document: DocumentAnswer, claim: Claim['id']): ShownPassage[] =>
  (document.claims.find(({ id }) => id === claim)?.passages ?? []).map((passage, index) => ({
    ...passage,
    anchor: placeOf(passage) === null ? null : passageAnchor(claim, index),
  }));

/** Sets a document and the claims coded from it side by side. */
export function evidenceOf(document: DocumentAnswer, claims: readonly Claim[]): Evidence {
  const placed = claims.map((claim) => {
    const passages = shownPassages(document, claim.id);
    return { claim, passages, first: firstPlace(passages) };
  });
  const sorted = [
    ...placed
      .filter(({ first }) => first !== undefined)
      .sort((a, b) => (a.first && b.first ? inOrder(a.first, b.first) : 0)),
    ...placed.filter(({ first }) => first === undefined),
  ];
  const shown = sorted.map(({ claim, passages, first }, index) => ({
    first,
    number: index + 1,
    claim,
    passages,
  }));
  const marks = shown.flatMap(({ number, passages }) =>
    passages.flatMap((passage): (Mark & { readonly paragraph: number })[] => {
      const place = placeOf(passage);
      if (place === null || passage.anchor === null) return [];
      const { paragraph, start, end } = place;
      return [{ pair: number, anchor: passage.anchor, verdict: passage.verdict, paragraph, start, end }];
    }),
  );
  return {
    paragraphs: document.paragraphs.map((text, index) => ({
      segments: segmentsOf(
        text,
        marks.filter(({ paragraph }) => paragraph === index + 1),
      ),
      claims: shown.filter(({ first }) => first?.paragraph === index + 1),
    })),
    unplaced: shown.filter(({ first }) => first === undefined),
  };
}
