import type { Cell, ColumnType } from '../column.ts';

/** What makes a spreadsheet take a cell for a formula, or hide that it does. */
const FORMULA = /^[=+\-@\t\r]/;

/** A semicolon within a value would end it. Ids never have one. */
const listItem = (value: string): string => value.replaceAll(';', ',');

/**
 * A cell's text. Values of a list are joined by a semicolon and a space; a semicolon within one is written as a comma.
 *
 * Spreadsheets run a text that begins with = + - @, a tab or a carriage return. Such a text is preceded by an apostrophe,
 * which they take for "this is text". Numbers, ids and dates never carry foreign text, and are left alone.
 */
export function cellText(cell: Cell, type: ColumnType): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? cell.map(listItem).join('; ') : String(cell);
  return (type === 'text' || type === 'list') && FORMULA.test(text) ? `'${text}` : text;
}
