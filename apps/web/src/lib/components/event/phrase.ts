/** A stretch of a generated sentence; numbers that matter are strong. */
export interface Phrase {
  readonly text: string;
  readonly strong?: true;
}

/** A generated sentence as plain text. */
export const plainText = (phrases: readonly Phrase[]): string => phrases.map(({ text }) => text).join('');

/** Small counts in words, at the start of a sentence or within it. */
const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count in words up to ten: "two". */
export const countWord = (count: number): string => WORDS[count] ?? String(count);
