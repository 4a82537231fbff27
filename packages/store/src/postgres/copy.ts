import type { RowSet } from '../engine.ts';

/** What has a meaning of its own in the text format (https://www.postgresql.org/docs/current/sql-copy.html). */
const ESCAPED = /[\\\t\n\r]/;
const EVERY_ESCAPED = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const quoted = (name: string): string => `"${name}"`;

function field(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'string':
      return ESCAPED.test(value) ? value.replace(EVERY_ESCAPED, (character) => ESCAPES[character] ?? character) : value;
    default:
      if (value === null || value === undefined) return '\\N';
      throw new TypeError(`no column holds a ${typeof value}`);
  }
}

/** Rows of one table as `copy … from stdin` takes them. */
export class Copy {
  readonly sql: string;
  /** The rows, in the text format. */
  readonly text: string;

  constructor({ table, columns, values }: RowSet) {
    this.sql = `copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`;
    let text = '';
    for (let at = 0; at < values.length; at += 1) {
      if (at > 0) text += at % columns.length === 0 ? '\n' : '\t';
      text += field(values[at]);
    }
    this.text = `${text}\n`;
  }
}
