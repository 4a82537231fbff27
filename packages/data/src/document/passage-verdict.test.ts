import { describe, expect, it } from 'vitest';
import { sha256 } from '../sha256.ts';
import { heldText } from './held-text.ts';
import { passageVerdict, passageVerdictSteps } from './passage-verdict.ts';

const { paragraphs } = heldText(
  'One crate was seen.\n\nTwo 📦 crates were seen.\n\nTwo crates were seen, and one crate was seen.',
);
const words = 'crate was seen';
const passage = (paragraph: number, start: number, end = start + words.length, digest = sha256(words)) => ({
  paragraph,
  start,
  end,
  sha256: digest,
});

describe('passageVerdict', () => {
  it('matches words that stand where they are said to', () => {
    expect(passageVerdict(passage(1, 4), paragraphs)).toEqual({
      verdict: 'match',
      found: sha256(words),
      elsewhere: null,
    });
    expect(passageVerdict(passage(2, 4, 12, sha256('📦 crates')), paragraphs).verdict).toBe('match');
  });

  it('finds words elsewhere, in the nearest paragraph', () => {
    expect(passageVerdict(passage(1, 3), paragraphs)).toEqual({
      verdict: 'elsewhere',
      found: sha256(' crate was see'),
      elsewhere: passage(1, 4),
    });
    expect(passageVerdict(passage(3, 0), paragraphs).elsewhere).toEqual(passage(3, 30));
    expect(passageVerdict(passage(2, 0, 8, sha256('📦 crates')), paragraphs).elsewhere).toMatchObject({ start: 4 });
  });

  it('finds nothing at a place that the text does not have', () => {
    expect(passageVerdict(passage(9, 0), paragraphs)).toMatchObject({ verdict: 'elsewhere', found: null });
    expect(passageVerdict(passage(1, 10, 40), paragraphs)).toEqual({
      verdict: 'mismatch',
      found: null,
      elsewhere: null,
    });
    expect(passageVerdict(passage(1, 4, 4), paragraphs)).toMatchObject({ verdict: 'mismatch', found: null });
  });

  it('tells the digest of other words', () => {
    expect(passageVerdict(passage(1, 0, 3, sha256('Six')), paragraphs)).toEqual({
      verdict: 'mismatch',
      found: sha256('One'),
      elsewhere: null,
    });
  });
});

describe('passageVerdictSteps', () => {
  const long = ['x'.repeat(2500), 'y'.repeat(1500)];
  const steps = (search?: boolean) => [...passageVerdictSteps(passage(1, 0), long, search)];

  it('stops now and then while it looks elsewhere, and tells what it cost', () => {
    const taken = steps();
    expect(Math.max(...taken)).toBeLessThanOrEqual(1000);
    expect(taken.reduce((sum, cost) => sum + cost, 0)).toBe(2500 + 1500 - 2 * (words.length - 1));
  });

  it('looks nowhere else when it is told so', () => {
    expect(steps(false)).toEqual([]);
  });
});
