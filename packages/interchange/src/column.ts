/** What a column's cells hold, and how each is written where nothing else is said. */
export const COLUMN_TYPES = {
  id: 'An identifier: lower-case letters, digits and hyphens. It never changes.',
  text: 'Text in English, unless it is a name.',
  list: 'Several values, joined by a semicolon and a space (one within a value is written as a comma); in GeoJSON and Parquet a list.',
  integer: 'A whole number in decimal digits. An empty cell means that there is none: zero is written 0.',
  number: 'A number in decimal digits. An empty cell means that there is none: zero is written 0.',
  boolean: 'true or false.',
  edtf: 'A date or date-time in Extended Date/Time Format (ISO 8601-2), as precise as it is known.',
  date: 'A calendar day, YYYY-MM-DD, counted in UTC.',
  instant: 'An instant in ISO 8601, UTC.',
  url: 'An absolute address, http or https.',
  json: 'A JSON text.',
} as const;

export type ColumnType = keyof typeof COLUMN_TYPES;

/** A cell before it is written; `null` where the record says nothing. */
export type Cell = string | number | boolean | readonly string[] | null;

/** One column of a table, described for readers: the table's dictionary is made of these. */
export interface Column<Item> {
  /** Lower-case words joined by underscores. */
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  readonly value: (item: Item) => Cell;
}
