import { findWords, heldText, type HeldText, sha256 } from '@counterclaim/data';
import type { Claim, Passage } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { Verifier } from './verification.ts';

const held = heldText('Two crates were seen.\n\nA clerk said: three crates.');
const passageOf = (words: string, text: HeldText = held): Passage => {
  const [passage] = findWords(text, { from: words }).places[0]?.passages ?? [];
  if (passage === undefined) throw new TypeError(`${words} are not in the text`);
  return passage;
};
const claim = (slug: string, ...passages: Passage[]) =>
  ({ id: `s/${slug}`, evidence: passages.length > 0 ? { passages } : { excerpt: true } }) as unknown as Claim;

test('every passage of every claim is looked up', async () => {
  const moved = { ...passageOf('three crates'), start: 0, end: 12 };
  const claims = [claim('seen', passageOf('Two crates'), moved), claim('excerpt')];
  expect(await new Verifier().verify('1', 's', claims, held)).toEqual([
    {
      id: 's/seen',
      passages: [
        { passage: passageOf('Two crates'), verdict: 'match', found: sha256('Two crates'), elsewhere: null },
        { passage: moved, verdict: 'elsewhere', found: sha256('A clerk said'), elsewhere: passageOf('three crates') },
      ],
    },
    { id: 's/excerpt', passages: [] },
  ]);
});

test('the same question is worked out once, another one anew', async () => {
  const verifier = new Verifier();
  const claims = [claim('seen', passageOf('Two crates'))];
  const first = verifier.verify('1', 's', claims, held);
  expect(verifier.verify('1', 's', claims, held)).toBe(first);
  const other = heldText('Four crates were seen.');
  expect((await verifier.verify('1', 's', claims, other))[0]?.passages[0]?.verdict).toBe('mismatch');
  expect(verifier.verify('2', 's', claims, held)).not.toBe(first);
  for (let index = 0; index < 100; index += 1) void verifier.verify(`x${index}`, 's', claims, held);
  expect(verifier.verify('1', 's', claims, held)).not.toBe(first);
});

test('what failed is not remembered', async () => {
  const verifier = new Verifier();
  const broken = {
    digest: held.digest,
    get paragraphs(): never {
      throw new Error('no memory left');
    },
  } as unknown as HeldText;
  const claims = [claim('seen', passageOf('Two crates'))];
  await expect(verifier.verify('1', 's', claims, broken)).rejects.toThrow('no memory left');
  expect((await verifier.verify('1', 's', claims, held))[0]?.passages[0]?.verdict).toBe('match');
});

test('the search for words that are not there ends, and others are answered meanwhile', async () => {
  const long = heldText('x'.repeat(700_000));
  const lost = (slug: string) => claim(slug, { paragraph: 1, start: 0, end: 5, sha256: sha256(slug) });
  let turns = 0;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  const verified = await new Verifier().verify('1', 's', [lost('a'), lost('b'), lost('c')], long);
  clearImmediate(next);
  expect(verified.flatMap(({ passages }) => passages.map(({ verdict }) => verdict))).toEqual([
    'mismatch',
    'mismatch',
    'mismatch',
  ]);
  // One turn for each thousand digests of the first two; nothing is looked for any more for the third.
  expect(turns).toBeGreaterThan(1300);
  expect(turns).toBeLessThan(1500);
});
