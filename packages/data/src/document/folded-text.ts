import { fold } from '@counterclaim/domain';

/** Marks that keyboards and typesetters write differently, each line one mark. */
const MARKS: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»″'],
  ["'", '‘’‚‛‹›ʼ′`´'],
  ['-', '‐‑‒–—―−'],
];
const MARK_OF: ReadonlyMap<string, string> = new Map(
  MARKS.flatMap(([mark, alike]) => Array.from(alike, (other): [string, string] => [other, mark])),
);

/** What a page's source may write instead of a character. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
  shy: '',
};
const ENTITY = /^&(?:#(?<decimal>\d{1,7})|#[xX](?<hexadecimal>[0-9a-fA-F]{1,6})|(?<name>[a-z]+));/;
/** Longest entity, in characters. */
const ENTITY_LENGTH = 10;

/** Invisible characters, beside those that the domain's folding drops. */
const INVISIBLE = /^[\u00AD\u2060\u202A-\u202E\u2066-\u2069]$/;

function characterOf(entity: RegExpExecArray): string | undefined {
  const { decimal, hexadecimal, name } = entity.groups ?? {};
  if (name !== undefined) return ENTITIES[name];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function foldCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  return MARK_OF.get(character) ?? fold(character);
}

/** A text as it is compared with words that somebody typed, and where each of its characters comes from. */
export interface FoldedText {
  readonly text: string;
  /** Of each character of `text` (UTF-16 unit): the first code point of the original that it stands for. */
  readonly starts: readonly number[];
  /** Of each character of `text`: the code point after the last one that it stands for. */
  readonly ends: readonly number[];
}

/**
 * Folds a text so that two writings of the same words are one: case, accents and other diacritics, the shape of quotation marks and
 * dashes, HTML entities, invisible characters. White space of any length becomes one space.
 */
export function foldText(original: string): FoldedText {
  const points = Array.from(original);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let index = 0; index < points.length;) {
    const point = points[index] ?? '';
    const entity = point === '&' ? ENTITY.exec(points.slice(index, index + ENTITY_LENGTH).join('')) : null;
    const decoded = entity === null ? undefined : characterOf(entity);
    const end = index + (decoded === undefined ? 1 : (entity?.[0].length ?? 1));
    const folded = foldCharacter(decoded ?? point);
    if (folded === '' || (folded === ' ' && text.endsWith(' '))) {
      // What leaves no trace belongs to what stands before it.
      if (ends.length > 0) ends[ends.length - 1] = end;
    } else {
      text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) {
        starts.push(index);
        ends.push(end);
      }
    }
    index = end;
  }
  return { text, starts, ends };
}
