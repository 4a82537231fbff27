import { createHash } from 'node:crypto';
import { codePointLength, normaliseText, paragraphsOf, type Passage, passageText } from '@counterclaim/domain';

/** Hexadecimal SHA-256 of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The digest by which a source names the whole text that was seen (`textDigest`). */
export const textDigestOf = (text: string): string => sha256(normaliseText(text));

/** A place in a document where words were found. */
export interface FoundPassage {
  readonly passage: Passage;
  /** The words as the document has them; for the curator's eyes, never for a record. */
  readonly text: string;
  /** What stands just before and after, on one line. */
  readonly before: string;
  readonly after: string;
}

/** Characters of context on either side of words that were found. */
const CONTEXT = 40;

/** Marks that keyboards and typesetters write differently. */
const MARKS: readonly string[] = ['"“”„«»', "'‘’ʼ`", '-‐‑–—'];

/** Matches words whatever their case, line breaks and typographic marks. */
function patternOf(words: string): string {
  return Array.from(words.normalize('NFC').trim())
    .map((character) => {
      const alike = MARKS.find((marks) => marks.includes(character));
      if (alike !== undefined) return `[${alike.replace('-', '\\-')}]`;
      return /\s/.test(character) ? ' ' : character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('')
    .replace(/ +/g, '\\s+');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * Finds words in a document and gives the position and digest by which a claim's evidence names them.
 * Case, line breaks and the shape of quotation marks and dashes do not matter; a passage never leaves
 * its paragraph.
 *
 * @param text The document as it was received; it is normalised here.
 * @param from The first words of the passage, or all of it.
 * @param to The last words of the passage, where `from` is only its beginning.
 * @returns Every place where the words stand, in the document's order.
 */
export function findPassages(text: string, from: string, to?: string): FoundPassage[] {
  if (from.trim() === '') return [];
  const pattern = to === undefined ? patternOf(from) : `${patternOf(from)}[^]*?${patternOf(to)}`;
  return paragraphsOf(normaliseText(text)).flatMap((paragraph, index) =>
    [...paragraph.matchAll(new RegExp(pattern, 'giu'))].map((match) => {
      const start = codePointLength(paragraph.slice(0, match.index));
      const end = start + codePointLength(match[0]);
      return {
        passage: { paragraph: index + 1, start, end, sha256: sha256(match[0]) },
        text: match[0],
        before: oneLine(passageText(paragraph, Math.max(0, start - CONTEXT), start) ?? ''),
        after: oneLine(
          Array.from(paragraph)
            .slice(end, end + CONTEXT)
            .join(''),
        ),
      };
    }),
  );
}

/** The evidence of a claim as YAML, to be pasted into its record. */
export function evidenceYaml(passages: readonly Passage[]): string {
  const lines = passages.map(
    ({ paragraph, start, end, sha256: digest }) =>
      `    - paragraph: ${paragraph}\n      start: ${start}\n      end: ${end}\n      sha256: ${digest}\n`,
  );
  return `evidence:\n  passages:\n${lines.join('')}`;
}
