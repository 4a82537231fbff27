import { stripVTControlCharacters, styleText } from 'node:util';
import type { Terminal } from '../output.ts';

/** Lines are no longer than this however wide the terminal is: longer ones are hard to read. */
const WIDEST = 100;
const NARROWEST = 40;

/** What texts are written for where nobody says: a file, or another program. */
const NO_TERMINAL: Terminal = { columns: WIDEST, colour: false };

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const widthOf = (text: string): number => Array.from(stripVTControlCharacters(text)).length;

/** Breaks a text at its spaces; a word that is longer than a line stands alone, unbroken, so that it can be copied. */
function wrap(text: string, first: string, others: string, columns: number): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = others;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** A text for people, line by line, in the width of their terminal. */
export class Page {
  readonly #lines: string[] = [];
  readonly #columns: number;
  readonly #colour: boolean;

  constructor({ columns, colour }: Terminal = NO_TERMINAL) {
    this.#columns = Math.max(NARROWEST, Math.min(columns, WIDEST));
    this.#colour = colour;
  }

  /** A text in a style, where colours are seen. */
  paint(style: Style | Style[], text: string): string {
    return this.#colour ? styleText(style, text, { validateStream: false }) : text;
  }

  /** A paragraph that begins after `indent` spaces; its further lines stand `hang` spaces deeper. */
  add(text: string, indent = 0, hang = 4): this {
    this.#lines.push(...wrap(text, ' '.repeat(indent), ' '.repeat(indent + hang), this.#columns));
    return this;
  }

  /** A line with a text at either end, where both have room; else one below the other. */
  addEnds(left: string, right: string, indent = 0): this {
    const room = this.#columns - indent - widthOf(left) - widthOf(right);
    if (room < 2) return this.add(left, indent).add(right, indent + 4);
    this.#lines.push(`${' '.repeat(indent)}${left}${' '.repeat(room)}${right}`);
    return this;
  }

  /** An empty line, unless there is one or the page is empty. */
  gap(): this {
    if ((this.#lines.at(-1) ?? '') !== '') this.#lines.push('');
    return this;
  }

  get text(): string {
    const end = this.#lines.findLastIndex((line) => line !== '');
    return this.#lines
      .slice(0, end + 1)
      .map((line) => `${line.trimEnd()}\n`)
      .join('');
  }
}
