import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { z } from 'zod';
import type { Path } from '../reading/yaml-file.ts';
import { keysAt } from '../schema/schema-path.ts';
import { attachComments, type Comments } from './comment.ts';
import { isModeline } from './modeline.ts';
import { foldText, LINE_WIDTH, writeText } from './text.ts';

/** Maps of plain values that have a line for each key even where they would fit on one. */
const IN_LINES = new Set([
  'claims',
  'body',
  'relations',
  'passages',
  'corrections',
  'retracted',
  'redirects',
  'exceptions',
]);

/** Lists whose items are told apart by a blank line. */
const SPACED = new Set(['claims', 'redirects', 'exceptions']);

const STEP = 2;

class Writer {
  readonly #schema: z.core.$ZodType;
  readonly #value: unknown;
  readonly #comments: Comments;
  readonly lines: string[] = [];

  constructor(schema: z.core.$ZodType, value: unknown, comments: Comments) {
    this.#schema = schema;
    this.#value = value;
    this.#comments = comments;
  }

  /** A value on the line that `start` begins, or after it. Lines of its own are indented by `indent` columns. */
  value(start: string, node: unknown, path: Path, indent: number, beside: string): void {
    const separator = start.endsWith('-') || start.endsWith(':') ? ' ' : '';
    const line = this.#inline(node, path, false);
    const isPlain = !isCollection(node);
    if (line !== null && (isPlain || start.length + separator.length + line.length <= LINE_WIDTH)) {
      const full = `${start}${separator}${line}`;
      const folded =
        isPlain && full.length > LINE_WIDTH && isScalar(node) && typeof node.value === 'string'
          ? foldText(node.value, LINE_WIDTH - indent)
          : null;
      if (folded === null) this.lines.push(`${full}${beside}`);
      else this.lines.push(`${start}${separator}>-${beside}`, ...folded.map((text) => ' '.repeat(indent) + text));
      return;
    }
    if (start.endsWith(':')) {
      this.lines.push(`${start}${beside}`);
      this.#entries(node, path, indent, ' '.repeat(indent));
    } else {
      this.#entries(node, path, indent, `${start}${separator}`);
    }
  }

  /** The entries of a list or map, each on lines of its own; the first begins with `start`. */
  #entries(node: unknown, path: Path, indent: number, start: string): void {
    if (isMap(node)) this.map(node, path, indent, start);
    else if (isSeq(node)) this.#list(node, path, indent, start);
    this.comments(this.#comments.after(node), indent);
  }

  comments(comments: readonly string[], indent: number): void {
    for (const comment of comments) this.lines.push(`${' '.repeat(indent)}${comment}`);
  }

  map(node: YAMLMap, path: Path, indent: number, start = ''): void {
    for (const [index, pair] of this.#ordered(node, path).entries()) {
      const isFirst = index === 0;
      if (!isFirst || start.trim() === '') this.comments(this.#comments.before(pair), indent);
      const key = this.#key(pair);
      this.value(
        `${isFirst ? start : ' '.repeat(indent)}${writeText(key, false)}:`,
        pair.value,
        [...path, key],
        indent + STEP,
        this.#beside(pair),
      );
    }
  }

  #list(node: YAMLSeq, path: Path, indent: number, start: string): void {
    const spaced = SPACED.has(String(path.at(-1)));
    for (const [index, item] of node.items.entries()) {
      const own = [...path, index];
      if (index > 0 && spaced) this.lines.push('');
      // Those of the first item of an item stand above that already.
      if (index > 0 || start.trim() === '') {
        this.comments([...this.#comments.before(item), ...this.#leading(item, own)], indent);
      }
      const line = `${index === 0 ? start : ' '.repeat(indent)}-`;
      this.value(line, item, own, indent + STEP, this.#beside(item));
    }
  }

  /** Comments above the first key of an item, which stand above the item: beside its dash there is no line for them. */
  #leading(item: unknown, path: Path): readonly string[] {
    if (this.#inline(item, path, false) !== null) return [];
    if (isSeq(item)) {
      const [first] = item.items;
      return [...this.#comments.before(first), ...this.#leading(first, [...path, 0])];
    }
    if (!isMap(item)) return [];
    const [first] = this.#ordered(item, path);
    return first === undefined ? [] : this.#comments.before(first);
  }

  #beside(entry: unknown): string {
    const comment = this.#comments.beside(entry);
    return comment === undefined ? '' : ` ${comment}`;
  }

  #key(pair: Pair): string {
    if (isScalar(pair.key)) return String(pair.key.value);
    throw new TypeError('a key that is a list or a map');
  }

  /** The pairs of a map in the order of the schema's keys; keys it does not know come last, as they stand. */
  #ordered(node: YAMLMap, path: Path): Pair[] {
    const known = keysAt(this.#schema, path, { value: this.#value });
    const rank = (pair: Pair): number => {
      const index = known.indexOf(this.#key(pair));
      return index < 0 ? known.length : index;
    };
    return node.items.toSorted((a, b) => rank(a) - rank(b));
  }

  /** A value on one line, or `null` where it takes several whatever its length. */
  #inline(node: unknown, path: Path, inFlow: boolean): string | null {
    if (isScalar(node)) {
      if (typeof node.value === 'string') return writeText(node.value, inFlow);
      // A number keeps the digits it was written with: 34.50 says more than 34.5.
      return typeof node.value === 'number' ? (node.source ?? String(node.value)) : String(node.value);
    }
    if (!isCollection(node)) return 'null';
    if (this.#comments.within(node)) return null;
    const nested = node.items.some((item) => isCollection(isMap(node) ? (item as Pair).value : item));
    if (nested) return null;
    if (isSeq(node))
      return `[${node.items.map((item, index) => this.#inline(item, [...path, index], true)).join(', ')}]`;
    const name = path.findLast((key) => typeof key === 'string');
    if (isMap(node) && node.items.length > 0 && name !== undefined && IN_LINES.has(name)) return null;
    if (!isMap(node) || path.length === 0) return null;
    const pairs = this.#ordered(node, path).map((pair) => {
      const key = this.#key(pair);
      return `${writeText(key, true)}: ${this.#inline(pair.value, [...path, key], true) ?? ''}`;
    });
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
}

/**
 * The text of a record in the canonical layout: the modeline first, keys in the order of the schema, two spaces for each
 * level, what is short and flat on one line, a blank line between claims, text in quotation marks only where it needs
 * them. Comments stay with what they stand at, but for hints that have done their work. The value is the same, and a second time nothing changes.
 *
 * @param text YAML without errors, anchors and tags, as `parseRecord` finds none.
 * @param schema The schema of the record, of which only the order of keys is taken.
 * @param modeline The first line of the file.
 * @throws Error when a value would be another afterwards, which is a bug.
 */
export function layOut(text: string, schema: z.core.$ZodType, modeline: string): string {
  const document = parseDocument(text, { logLevel: 'error', version: '1.2' });
  const value: unknown = document.toJS();
  const comments = attachComments(document, text, value);
  const writer = new Writer(schema, value, comments);
  writer.lines.push(modeline);
  writer.comments(
    comments.head.filter((comment) => !isModeline(comment)),
    0,
  );
  if (isMap(document.contents)) writer.map(document.contents, [], 0);
  else if (document.contents !== null) writer.value('', document.contents, [], 0, '');
  writer.comments(comments.after(document.contents), 0);
  const laidOut = `${writer.lines.join('\n')}\n`;
  // Whatever the layout does, it must not touch what the record says.
  if (!isDeepStrictEqual(parseDocument(laidOut, { logLevel: 'error', version: '1.2' }).toJS(), value)) {
    throw new Error('the layout would change a value: nothing was laid out');
  }
  return laidOut;
}
