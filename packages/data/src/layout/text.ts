import { stringify } from 'yaml';

/** Columns that a line takes at most, where it can be broken. */
export const LINE_WIDTH = 120;

/** What would end a text that stands without quotation marks in a list or map on one line. */
const FLOW_INDICATORS = /[[\]{},]/;

/** A date, a clock time, a number or a share: whoever reads it as text should see that it is. */
const DATE_OR_NUMBER = /^[-+.]?\d[-+.:,\dTZXY?~%/]*$/;

/** Characters that no line of a block of text may hold. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u;

const JSON_UNESCAPED = /[\u007F-\u009F\u2028\u2029\uFEFF]/g;

const escaped = (text: string): string =>
  JSON.stringify(text).replace(JSON_UNESCAPED, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/**
 * A text as a record writes it on one line. It stands without quotation marks unless a reader of YAML, of version 1.2 or
 * 1.1, might take it for something else: a date or number of any form, a truth value, a comment. Marks are single, or
 * double where the text itself holds single ones alone.
 *
 * @param inFlow Whether it stands in a list or map on one line.
 */
export function writeText(text: string, inFlow: boolean): string {
  if (UNPRINTABLE.test(text)) return escaped(text);
  const options = { compat: 'yaml-1.1', singleQuote: true, lineWidth: 0, doubleQuotedAsJSON: true } as const;
  const written = stringify(text, options).slice(0, -1);
  const isPlain = written === text && !(inFlow && FLOW_INDICATORS.test(text)) && !DATE_OR_NUMBER.test(text);
  if (isPlain || written !== text) return written;
  return stringify(text, { ...options, defaultStringType: 'QUOTE_SINGLE' }).slice(0, -1);
}

/**
 * A text that is too long for its line as the lines of a folded block, broken between words.
 *
 * @param width Columns that a line may take.
 * @returns `null` where the text cannot be broken, or would be another text afterwards.
 */
export function foldText(text: string, width: number): string[] | null {
  if (UNPRINTABLE.test(text) || text.trim() !== text) return null;
  const words = text.split(/(?<=\S) (?=\S)/u);
  if (words.length < 2) return null;
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
