import { findWords, type FoundPlace, type FoundWords, type HeldText } from '@counterclaim/data';
import type { Passage } from '@counterclaim/domain';
import type { Sought } from './sought-words.ts';

/** What came of looking for words. */
export interface Search extends FoundWords {
  readonly sought: Sought;
  /** The place that is meant; `null` where there is none, or several and none is chosen. */
  readonly chosen: FoundPlace | null;
}

/** Looks for words in a document. */
export function search(held: HeldText, sought: Sought): Search {
  const found = findWords(held, sought);
  const only = found.places.length === 1 ? found.places[0] : undefined;
  const chosen = sought.nth === undefined ? only : found.places[sought.nth - 1];
  return { ...found, sought, chosen: chosen ?? null };
}

/** Passages in the order of the document, each once. */
export function inOrder(passages: readonly Passage[]): Passage[] {
  const byPlace = new Map(passages.map((passage) => [`${passage.paragraph} ${passage.start} ${passage.end}`, passage]));
  return [...byPlace.values()].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end);
}
