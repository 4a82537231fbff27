import type { FoundPlace, HeldText } from '@counterclaim/data';
import { near } from '../../near.ts';
import type { Output } from '../../output.ts';
import { counted } from '../../records.ts';
import type { Search } from './search.ts';
import type { Sought } from './sought-words.ts';

const WORD = /[\p{L}\p{N}]+/gu;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A place as a person finds and recognises it: file and line, its position, and the words amid what surrounds them. */
export function placeLine({ passages, line, before, text, after }: FoundPlace, file: string): string {
  const where = passages.map(({ paragraph, start, end }) => `paragraph ${paragraph}, ${start} to ${end}`).join('; ');
  return `${file}:${line}: ${where}: …${before}[${oneLine(text)}]${after}…\n`;
}

const numbered = (places: readonly FoundPlace[], file: string): string =>
  places.map((place, index) => `${index + 1}. ${placeLine(place, file)}`).join('');

const quoted = ({ from, to }: Sought): string => (to === undefined ? `“${from}”` : `“${from}” … “${to}”`);

/**
 * Tells why words have no chosen place, and what helps.
 *
 * @param file The document's file, as its reader knows it.
 */
export function explain(
  { sought, places, missing, nearest }: Search,
  held: HeldText,
  file: string,
  { out, err }: Output,
): void {
  if (places.length > 0) {
    const all = counted(places.length, 'place');
    err(
      sought.nth === undefined
        ? `${quoted(sought)} stands in ${all}: take more words, or choose one with --nth\n`
        : `there is no place ${sought.nth} of ${quoted(sought)}, it stands in ${all}: choose 1 to ${places.length}\n`,
    );
    out(numbered(places, file));
    return;
  }
  const absent =
    missing === 'to' ? `${quoted(sought)}: the last words do not follow` : `${quoted(sought)} stands nowhere`;
  if (nearest !== null) {
    err(`${absent}; the longest run of them in the text, ${nearest.matched} of ${counted(nearest.sought, 'word')}:\n`);
    out(placeLine(nearest, file));
    return;
  }
  const known = new Set(held.paragraphs.flatMap((paragraph) => paragraph.match(WORD) ?? []));
  const words = ((missing === 'to' ? sought.to : undefined) ?? sought.from).match(WORD) ?? [];
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
  const alike = near(longest, known);
  err(
    `${file}: ${absent}: ${alike.length > 0 ? `the text has ${alike.join(', ')}` : 'see the paragraphs by leaving out --find'}\n`,
  );
}
