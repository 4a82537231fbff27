import { withoutSpentHints } from './hint.ts';
import { type Document, isCollection, isMap, isNode, Lexer } from 'yaml';

/** One entry of a list or map as it stands in a text. */
export interface Entry {
  readonly holder: Holder;
  /** Offset of its key or dash. */
  readonly start: number;
  readonly node: unknown;
}

/** A list or map as it stands in a text. */
export interface Holder {
  readonly node: unknown;
  readonly isFlow: boolean;
  readonly end: number;
  /** Columns to the left of its entries, where each has a line of its own. */
  readonly indent: number;
  /** The entry whose value it is; none of the record itself. */
  readonly entry: Entry | undefined;
}

/** The comments of a text, each with what it stands at. */
export class Comments {
  /** Before the first key of the record. */
  readonly head: string[] = [];
  readonly #before = new Map<unknown, string[]>();
  readonly #beside = new Map<unknown, string>();
  readonly #after = new Map<unknown, string[]>();

  /** Lines above an entry; an entry is known by its pair or item. */
  before(entry: unknown): readonly string[] {
    return this.#before.get(entry) ?? [];
  }

  /** At the end of an entry's first line. */
  beside(entry: unknown): string | undefined {
    return this.#beside.get(entry);
  }

  /** Lines after the last entry of a list or map. */
  after(collection: unknown): readonly string[] {
    return this.#after.get(collection) ?? [];
  }

  addBefore(entry: unknown, comment: string): void {
    append(this.#before, entry, comment);
  }

  /** Keeps a comment at the end of an entry's line; where one stands there already, above the entry. */
  addBeside(entry: unknown, comment: string): void {
    if (this.#beside.has(entry)) this.addBefore(entry, comment);
    else this.#beside.set(entry, comment);
  }

  addAfter(collection: unknown, comment: string): void {
    append(this.#after, collection, comment);
  }

  /** Whether a comment stands within a list or map. */
  within(collection: unknown): boolean {
    if (this.after(collection).length > 0) return true;
    if (!isCollection(collection)) return false;
    return collection.items.some(
      (entry) =>
        this.before(entry).length > 0 ||
        this.beside(entry) !== undefined ||
        this.within(isMap(collection) ? (entry as { value: unknown }).value : entry),
    );
  }
}

function append(map: Map<unknown, string[]>, key: unknown, comment: string): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, [comment]);
  else present.push(comment);
}

interface FoundComment {
  readonly offset: number;
  readonly text: string;
  /** Columns to its left. */
  readonly indent: number;
  /** Whether nothing else stands on its line. */
  readonly alone: boolean;
}

/** Marks of the lexer that stand for no characters of the text: start of a document, end of a broken list, start of a text. */
const MARKS = ['\u0002', '\u0018', '\u001F'];

function* commentsOf(text: string): Generator<FoundComment> {
  let offset = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.includes(token)) {
      if (token.startsWith('#') && previous !== '\u001F') {
        const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
        yield { offset, text: token.trimEnd(), indent: line.length, alone: line.trim() === '' };
      }
      offset += token.length;
    }
    previous = token;
  }
}

/** Every entry of a document in the order of its text, outer ones before what they hold. */
function entriesOf(document: Document, text: string): Entry[] {
  const entries: Entry[] = [];
  const columnOf = (offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const visit = (node: unknown, entry: Entry | undefined): void => {
    if (!isCollection(node)) return;
    const starts = node.items.map((item) => {
      const first = isMap(node) ? (item as { key: unknown }).key : item;
      const start = isNode(first) ? (first.range?.[0] ?? 0) : 0;
      return isMap(node) || node.flow === true ? start : text.lastIndexOf('-', start - 1);
    });
    const holder: Holder = {
      node,
      isFlow: node.flow === true,
      end: node.range?.[1] ?? text.length,
      indent: starts[0] === undefined ? 0 : columnOf(starts[0]),
      entry,
    };
    for (const [index, item] of node.items.entries()) {
      const own: Entry = { holder, start: starts[index] ?? 0, node: item };
      entries.push(own);
      visit(isMap(node) ? (item as { value: unknown }).value : item, own);
    }
  };
  visit(document.contents, undefined);
  return entries;
}

/** The list or map itself and those around it, innermost first. */
function* around(holder: Holder | undefined): Generator<Holder> {
  for (let next = holder; next !== undefined; next = next.entry?.holder) yield next;
}

/**
 * Finds what each comment of a text stands at: a line of its own belongs to the entry below it, or, where it is indented
 * further than that, to the end of the list or map above it; one at the end of a line to the entry on that line. Hints that
 * have done their work are left out.
 *
 * @param value What the document says.
 */
export function attachComments(document: Document, text: string, value: unknown): Comments {
  const comments = new Comments();
  const entries = entriesOf(document, text);
  for (const comment of withoutSpentHints(commentsOf(text), value)) {
    const next = entries.find(({ start }) => start > comment.offset);
    const past = entries.filter(({ start }) => start < comment.offset);
    const last = past.at(-1);
    if (last === undefined) {
      comments.head.push(comment.text);
      continue;
    }
    const inFlow = past.findLast(({ holder }) => holder.isFlow && holder.end > comment.offset)?.holder;
    if (!comment.alone) {
      // A list on one line that ends before the comment is not what the comment stands at: the line is.
      const besides = past.filter(({ holder }) => (inFlow === undefined ? !holder.isFlow : holder === inFlow)).at(-1);
      const entry = besides ?? last;
      const isItem = !isMap(entry.holder.node) && isCollection(entry.node);
      if (isItem) comments.addBefore(entry.node, comment.text);
      else comments.addBeside(entry.node, comment.text);
    } else if (inFlow !== undefined) {
      if (next?.holder === inFlow) comments.addBefore(next.node, comment.text);
      else comments.addAfter(inFlow.node, comment.text);
    } else if (next !== undefined && comment.indent <= next.holder.indent) {
      comments.addBefore(next.node, comment.text);
    } else {
      const holders = [...around(last.holder)].filter(({ isFlow }) => !isFlow);
      const holder = holders.find(({ indent }) => indent <= comment.indent) ?? holders.at(-1);
      if (next !== undefined && holder === next.holder) comments.addBefore(next.node, comment.text);
      else comments.addAfter(holder?.node ?? document.contents, comment.text);
    }
  }
  return comments;
}
