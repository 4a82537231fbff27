import { type Passage, passageText } from '@counterclaim/domain';
import { sha256 } from '../sha256.ts';

/** What came of looking a passage up in a text. */
export interface PassageVerdict {
  /**
   * `match`: the words stand there, letter for letter. `elsewhere`: other words stand there, the ones that were coded in
   * another place. `mismatch`: they stand nowhere.
   */
  readonly verdict: 'match' | 'elsewhere' | 'mismatch';
  /** Digest of the words that stand at the passage's place; `null` where the text has no such place. */
  readonly found: string | null;
  /** Where the words that were coded stand instead. */
  readonly elsewhere: Passage | null;
}

/** Digests computed from one step to the next at most: about a millisecond. */
const STEP = 1000;

/** Looks for words with the digest of a passage, in the nearest paragraph first. Yields how many digests that has taken since. */
function* placeOf(passage: Passage, paragraphs: readonly string[]): Generator<number, Passage | null> {
  const length = passage.end - passage.start;
  if (length < 1) return null;
  const far = (index: number): number => Math.abs(index + 1 - passage.paragraph);
  const byNearness = [...paragraphs.entries()].sort(([a], [b]) => far(a) - far(b) || a - b);
  let computed = 0;
  for (const [index, paragraph] of byNearness) {
    const points = Array.from(paragraph);
    const plain = points.length === paragraph.length;
    for (let start = 0; start + length <= points.length; start += 1) {
      const words = plain ? paragraph.slice(start, start + length) : points.slice(start, start + length).join('');
      if (sha256(words) === passage.sha256) {
        return { paragraph: index + 1, start, end: start + length, sha256: passage.sha256 };
      }
      computed += 1;
      if (computed === STEP) {
        yield computed;
        computed = 0;
      }
    }
  }
  if (computed > 0) yield computed;
  return null;
}

/**
 * Looks a passage up in a text. Words that are not at their place are looked for at every other, which costs a digest for each:
 * whoever must not be held up by that does something else between two steps.
 *
 * @param paragraphs Of the normalised text (`heldText`).
 * @param search Whether to look elsewhere at all.
 * @returns Steps of about a millisecond, each with the number of digests that it took; then the verdict.
 */
export function* passageVerdictSteps(
  passage: Passage,
  paragraphs: readonly string[],
  search = true,
): Generator<number, PassageVerdict> {
  const paragraph = paragraphs[passage.paragraph - 1];
  const words = paragraph === undefined ? null : passageText(paragraph, passage.start, passage.end);
  const found = words === null ? null : sha256(words);
  if (found === passage.sha256) return { verdict: 'match', found, elsewhere: null };
  const elsewhere = search ? yield* placeOf(passage, paragraphs) : null;
  return { verdict: elsewhere === null ? 'mismatch' : 'elsewhere', found, elsewhere };
}

/** Looks a passage up in a text, and where it is not at its place at every other, all at once. */
export function passageVerdict(passage: Passage, paragraphs: readonly string[]): PassageVerdict {
  const steps = passageVerdictSteps(passage, paragraphs);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
