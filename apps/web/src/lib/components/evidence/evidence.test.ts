import type { DocumentAnswer, VerifiedPassage } from '@counterclaim/api/client';
import type { Claim, Passage } from '@counterclaim/domain';
import { describe, expect, test } from 'vitest';
import { claimAnchor, passageAnchor } from './anchors.ts';
import { evidenceOf, shownPassages } from './evidence.ts';
import { pairingRules } from './pairing.ts';

const at = (paragraph: number, start: number, end: number): Passage => ({ paragraph, start, end, sha256: 'a' });
const match = (passage: Passage): VerifiedPassage => ({ passage, verdict: 'match', found: 'a', elsewhere: null });
const claim = (slug: string) => ({ id: `s/${slug}` }) as unknown as Claim;

/** A document of two paragraphs, with what was found of the passages of its claims. */
const documentWith = (verified: Readonly<Record<string, readonly VerifiedPassage[]>>): DocumentAnswer => ({
  source: 's' as unknown as DocumentAnswer['source'],
  language: 'en',
  textDigest: { verdict: 'match', recorded: 'd', found: 'd' },
  passages: 0,
  matching: 0,
  paragraphs: ['two crates', 'three more'],
  claims: Object.entries(verified).map(([slug, passages]) => ({ id: claim(slug).id, passages })),
});
const beside = (verified: Readonly<Record<string, readonly VerifiedPassage[]>>) => {
  const { paragraphs, unplaced } = evidenceOf(documentWith(verified), Object.keys(verified).map(claim));
  const named = (shown: (typeof unplaced)[number]) => `${shown.number} ${shown.claim.id}`;
  return { paragraphs: paragraphs.map(({ claims }) => claims.map(named)), unplaced: unplaced.map(named) };
};

describe('evidenceOf', () => {
  test('numbers claims by the first of their passages in the document', () => {
    expect(
      beside({
        late: [match(at(2, 0, 5))],
        both: [match(at(2, 6, 10)), match(at(1, 4, 10))],
        early: [match(at(1, 0, 3))],
        long: [match(at(1, 0, 10))],
      }),
    ).toEqual({ paragraphs: [['1 s/early', '2 s/long', '3 s/both'], ['4 s/late']], unplaced: [] });
  });

  test('marks words where they stand, not where they were coded', () => {
    const moved: VerifiedPassage = { passage: at(1, 0, 5), verdict: 'elsewhere', found: 'b', elsewhere: at(2, 0, 5) };
    const { paragraphs } = evidenceOf(documentWith({ moved: [moved] }), [claim('moved')]);
    expect(paragraphs[0]?.segments.flatMap(({ marks }) => marks)).toEqual([]);
    expect(paragraphs[1]?.segments[0]).toMatchObject({
      text: 'three',
      marks: [{ pair: 1, anchor: 'passage-moved', verdict: 'elsewhere' }],
    });
    expect(paragraphs[1]?.claims).toHaveLength(1);
  });

  test('marks what stands at the place of words that are nowhere, and nothing where there is no such place', () => {
    const verified = {
      excerpt: [],
      beyond: [{ passage: at(9, 0, 5), verdict: 'mismatch', found: null, elsewhere: null }],
      other: [{ passage: at(1, 4, 10), verdict: 'mismatch', found: 'b', elsewhere: null }],
    } as const satisfies Record<string, readonly VerifiedPassage[]>;
    expect(beside(verified)).toEqual({ paragraphs: [['1 s/other'], []], unplaced: ['2 s/excerpt', '3 s/beyond'] });
    expect(shownPassages(documentWith(verified), claim('beyond').id)[0]?.anchor).toBeNull();
  });

  test('shows a claim of which the look-up knows nothing yet', () => {
    const { unplaced } = evidenceOf(documentWith({}), [claim('new')]);
    expect(unplaced).toMatchObject([{ number: 1, passages: [] }]);
  });
});

test('no two anchors are the same', () => {
  const ids = [claim('x').id, claim('x-2').id];
  const anchors = ids.flatMap((id) => [
    claimAnchor(id),
    passageAnchor(id, 0),
    passageAnchor(id, 1),
    passageAnchor(id, 2),
  ]);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(anchors).toContain('passage-x.2');
});

test('each pair lights up alone', () => {
  expect(pairingRules(2).split('\n')).toEqual([
    expect.stringMatching(/^\.evidence:has\(\[data-pair~="1"\]:is\(.+\)\) \[data-pair~="1"\]\{.+\}$/) as string,
    expect.stringMatching(/^\.evidence:has\(\[data-pair~="2"\]:is\(.+\)\) \[data-pair~="2"\]\{.+\}$/) as string,
    '',
  ]);
});
