import { nearestWords } from '@counterclaim/data';

/** Nearest words that are offered at most. */
const OFFERED = 3;

/** The known words that may have been meant, the likeliest first. */
export const near = (word: string, known: Iterable<string>): string[] => nearestWords(word, known, OFFERED);

/** These words as the end of a message: `; near: a, b`; nothing where none is near. */
export function orNear(word: string, known: Iterable<string>): string {
  const words = near(word, known);
  return words.length === 0 ? '' : `; near: ${words.join(', ')}`;
}
