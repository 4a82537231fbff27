import { codePointLength, type Passage, passageText } from '@counterclaim/domain';
import { sha256 } from '../sha256.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import type { HeldText } from './held-text.ts';

/** Words that are looked for in a document. */
export interface SoughtWords {
  /** The first words of the passage, or all of it. */
  readonly from: string;
  /** The last words of the passage, where `from` is only its beginning. */
  readonly to?: string | undefined;
}

/** A place in a document where words stand. */
export interface FoundPlace {
  /** One passage; several where the words run from one paragraph into the next. */
  readonly passages: readonly Passage[];
  /** On which line of the text as it was received it begins, from 1. */
  readonly line: number;
  /** The words as the document has them; for the curator's eyes, never for a record. */
  readonly text: string;
  /** What stands just before and after, on one line. */
  readonly before: string;
  readonly after: string;
}

/** The place that has most of the words, where none has all. */
export interface NearestPlace extends FoundPlace {
  /** How many of the words stand there in a row, and how many were sought. */
  readonly matched: number;
  readonly sought: number;
}

export interface FoundWords {
  /** Every place where the words stand, in the document's order. */
  readonly places: readonly FoundPlace[];
  /** Where there is no such place: which words are not there; the last ones, when they stand nowhere after the first. */
  readonly missing: keyof SoughtWords | null;
  /** Where there is no such place: the one that has most of the words in a row; `null` when it has none of them. */
  readonly nearest: NearestPlace | null;
}

/** Code points of context on either side of words that were found. */
const CONTEXT = 40;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A stretch of a folded document. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A document with its paragraphs folded one after the other, a space between them. */
class SearchableText {
  readonly #paragraphs: readonly string[];
  readonly #lines: readonly number[];
  readonly #folded: readonly FoldedText[];
  /** Where in `text` each paragraph begins. */
  readonly #offsets: readonly number[];
  readonly text: string;

  constructor({ paragraphs, lines }: HeldText) {
    this.#paragraphs = paragraphs;
    this.#lines = lines;
    this.#folded = paragraphs.map(foldText);
    let offset = 0;
    this.#offsets = this.#folded.map(({ text }) => {
      const begin = offset;
      offset += text.length + 1;
      return begin;
    });
    this.text = this.#folded.map(({ text }) => text).join(' ');
  }

  /** The paragraph, from 0, in which a character of `text` stands. */
  #paragraphAt(character: number): number {
    return this.#offsets.findLastIndex((offset) => offset <= character);
  }

  /** Where each paragraph stands in `text`. */
  get paragraphs(): Stretch[] {
    return this.#offsets.map((from, index) => ({ from, to: from + (this.#folded[index]?.text.length ?? 0) }));
  }

  /** The place in the document that a stretch of `text` comes from. */
  place({ from, to }: Stretch): FoundPlace {
    const [first, last] = [this.#paragraphAt(from), this.#paragraphAt(to - 1)];
    const pieces = this.#paragraphs.slice(first, last + 1).map((paragraph, index) => {
      const number = first + index;
      const folded = this.#folded[number];
      const offset = this.#offsets[number] ?? 0;
      const start = number === first ? (folded?.starts[from - offset] ?? 0) : 0;
      const end =
        number === last ? (folded?.ends[to - 1 - offset] ?? codePointLength(paragraph)) : codePointLength(paragraph);
      const text = passageText(paragraph, start, end) ?? '';
      return { passage: { paragraph: number + 1, start, end, sha256: sha256(text) }, text };
    });
    const passages = pieces.map(({ passage }) => passage);
    const head = this.#paragraphs[first] ?? '';
    const tail = this.#paragraphs[last] ?? '';
    const start = passages[0]?.start ?? 0;
    const above = (passageText(head, 0, start) ?? '').split('\n').length - 1;
    return {
      passages,
      line: (this.#lines[first] ?? 1) + above,
      text: pieces.map(({ text }) => text).join('\n\n'),
      before: oneLine(passageText(head, Math.max(0, start - CONTEXT), start) ?? ''),
      after: oneLine(
        Array.from(tail)
          .slice(passages.at(-1)?.end ?? 0)
          .slice(0, CONTEXT)
          .join(''),
      ),
    };
  }
}

/** Every stretch within a stretch of a text that has some words; none overlaps another. */
function* stretches(text: string, within: Stretch, { from, to }: SoughtWords): Generator<Stretch> {
  for (let start = text.indexOf(from, within.from); start >= 0;) {
    let end = start + from.length;
    if (to !== undefined) {
      const last = text.indexOf(to, end);
      if (last < 0) return;
      end = last + to.length;
    }
    if (end > within.to) return;
    yield { from: start, to: end };
    start = text.indexOf(from, end);
  }
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The longest run of words that a text shares with what is sought (longest common substring, word by word). */
function longestRun(text: string, sought: string): (Stretch & { readonly matched: number }) | null {
  const words = [...text.matchAll(WORD)];
  const wanted = sought.match(WORD) ?? [];
  let best: { last: number; matched: number } | null = null;
  let previous: number[] = [];
  for (const [index, [word]] of words.entries()) {
    const lengths: number[] = wanted.map((other, at) => (other === word ? (previous[at - 1] ?? 0) + 1 : 0));
    const matched = Math.max(0, ...lengths);
    if (matched > (best?.matched ?? 0)) best = { last: index, matched };
    previous = lengths;
  }
  if (best === null) return null;
  const [first, last] = [words[best.last - best.matched + 1], words[best.last]];
  if (first === undefined || last === undefined) return null;
  return { from: first.index, to: last.index + last[0].length, matched: best.matched };
}

/**
 * Finds words in a document and gives the positions and digests by which a claim's evidence names them.
 * Case, line breaks, accents, the shape of quotation marks and dashes and HTML entities do not matter. Words that stand in no single
 * paragraph are looked for across paragraphs: each paragraph then has its own passage.
 */
export function findWords(held: HeldText, words: SoughtWords): FoundWords {
  const from = foldText(words.from).text.trim();
  const to = words.to === undefined ? undefined : foldText(words.to).text.trim();
  if (from === '' || to === '') return { places: [], missing: from === '' ? 'from' : 'to', nearest: null };
  const document = new SearchableText(held);
  const find = (within: Stretch): Stretch[] => [...stretches(document.text, within, { from, to })];
  const inOne = document.paragraphs.flatMap(find);
  const found = inOne.length > 0 ? inOne : find({ from: 0, to: document.text.length });
  const places = found.map((stretch) => document.place(stretch));
  if (places.length > 0) return { places, missing: null, nearest: null };
  const missing = to !== undefined && document.text.includes(from) ? 'to' : 'from';
  const sought = missing === 'to' ? (to ?? '') : from;
  const run = longestRun(document.text, sought);
  if (run === null) return { places: [], missing, nearest: null };
  const nearest = { ...document.place(run), matched: run.matched, sought: (sought.match(WORD) ?? []).length };
  return { places: [], missing, nearest };
}
