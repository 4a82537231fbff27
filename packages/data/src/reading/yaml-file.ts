import { type Document, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Problem } from '../problem/problem.ts';

/** Keys and positions that lead from a record to one of its values. */
export type Path = readonly (string | number)[];

/** From 1. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** A YAML file as it was read: plain data in which every value knows its line and column. */
export interface YamlFile {
  /** Path within the folder of records. */
  readonly file: string;
  /** The text as far as it could be decoded. */
  readonly text: string;
  /** Whether the file could be parsed; otherwise `value` is null and only the text tells what it may hold. */
  readonly readable: boolean;
  readonly value: unknown;
  /** Where the key or the value at a path stands; of a value that is missing, where the nearest one around it does. */
  readonly locate: (path: Path, part?: 'key' | 'value') => Location;
  /** Where words stand within the text at a path; where the text begins when they are written otherwise. */
  readonly locateWords: (path: Path, words: string) => Location;
  /** A value as it is written in the file, quotation marks included, on one line. */
  readonly written: (path: Path) => string;
}

/** What can be said about the text of a file before anything is asked of its values. */
export interface ParsedYaml {
  readonly parsed: YamlFile;
  readonly problems: readonly Problem[];
}

/** What to do about each error of the parser. */
const REMEDIES: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'write the value itself',
  BAD_ALIAS: 'write the value itself',
  BAD_COLLECTION_TYPE: 'take the tag away',
  BAD_DIRECTIVE: 'take the line away',
  BAD_DQ_ESCAPE: 'write the backslash twice, or use single quotes',
  BAD_INDENT: 'align the line with its neighbours, with spaces',
  BAD_SCALAR_START: 'put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put text that holds a colon in quotes, or align the line with its neighbours',
  BLOCK_IN_FLOW: 'write the list or map in one style',
  DUPLICATE_KEY: 'keep one of them',
  IMPOSSIBLE: 'rewrite the line',
  MISSING_CHAR: 'add it, or align the line with its neighbours',
  MULTILINE_IMPLICIT_KEY: 'write the key on one line, or align the line with its neighbours',
  MULTIPLE_ANCHORS: 'write the value itself',
  MULTIPLE_DOCS: 'keep one record a file and take away the line ---',
  TAG_RESOLVE_FAILED: 'take the tag away: records are plain values',
  UNEXPECTED_TOKEN: 'take it away, or put the text in quotes',
};

/** The parser's own words, less capitals and full stops, and without its advice to programmers. */
const saying = (message: string): string =>
  (message.charAt(0).toLowerCase() + message.slice(1)).replace(/; please.*$/, '').replace(/\.$/, '');

const childOf = (node: unknown, key: string | number): { key: Node | null; value: Node | null } | undefined => {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair === undefined ? undefined : { key: pair.key as Node | null, value: pair.value as Node | null };
  }
  if (isCollection(node) && typeof key === 'number') {
    const value = (node.items[key] ?? null) as Node | null;
    return { key: value, value };
  }
  return undefined;
};

/** The offsets `[start, end)` of the key or value at a path, or of the nearest value around it. */
function rangeOf(document: Document, path: Path, part: 'key' | 'value'): readonly [number, number] {
  let node: unknown = document.contents;
  let range: readonly [number, number] = [document.contents?.range?.[0] ?? 0, document.contents?.range?.[1] ?? 0];
  for (const [depth, key] of path.entries()) {
    const child = childOf(node, key);
    if (child === undefined) return range;
    const last = depth === path.length - 1;
    // An empty value has no place of its own that a reader would look at: its key has.
    const empty = isScalar(child.value) && child.value.source === '';
    const chosen = (last && part === 'key') || empty ? child.key : (child.value ?? child.key);
    if (chosen?.range) range = [chosen.range[0], chosen.range[1]];
    node = child.value;
  }
  return range;
}

/** Parses the text of one file. Nothing is thrown: what is wrong is told as problems. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error', version: '1.2' });
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = [];
  const report = (offset: number, what: string, remedy: string): void => {
    problems.push({ file, ...at(offset), rule: 'yaml', what, remedy });
  };

  const tabbed = new Set<number>();
  for (const { index } of text.matchAll(/\t/g)) {
    const { line } = at(index);
    if (tabbed.has(line)) continue;
    tabbed.add(line);
    report(index, 'a tab', 'write spaces: two for each level');
  }
  let readable = true;
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    // What a tab breaks on its line is told once, as the tab.
    const toldAsTab = tabbed.has(at(pos[0]).line);
    if (code !== 'DUPLICATE_KEY') readable = false;
    if (toldAsTab) continue;
    const what = code === 'DUPLICATE_KEY' ? `the key ${keyAt(text, pos[0])} stands twice in one map` : saying(message);
    report(pos[0], what, REMEDIES[code] ?? 'correct the YAML');
  }
  visit(document, {
    Alias: (_, { range, source }) => {
      readable = false;
      report(range?.[0] ?? 0, `the alias *${source}`, 'write the value itself');
    },
    Node: (_, node) => {
      if ('anchor' in node && typeof node.anchor === 'string') {
        report(
          node.range?.[0] ?? 0,
          `the anchor &${node.anchor}`,
          'take it away, and write the value wherever it belongs',
        );
      }
    },
  });

  const parsed: YamlFile = {
    file,
    text,
    readable,
    value: readable ? (document.toJS() as unknown) : null,
    locate: (path, part = 'value') => at(rangeOf(document, path, part)[0]),
    locateWords: (path, words) => {
      const [start, end] = rangeOf(document, path, 'value');
      return at(start + Math.max(0, text.slice(start, end).indexOf(words)));
    },
    written: (path) => text.slice(...rangeOf(document, path, 'value')).replace(/\s+/g, ' '),
  };
  return { parsed, problems };
}

const keyAt = (text: string, offset: number): string => JSON.stringify(/^[^:\s]*/.exec(text.slice(offset))?.[0] ?? '');
