import type { Dialect, RowSet, Writer } from '../engine.ts';
import type { Tables } from '../tables.ts';

/** Values bound in one statement; engines allow some ten thousand. */
export const MOST_VALUES = 10_000;

type Table = keyof Tables;

/** Rows gathered for many tables and inserted together. */
export class Rows {
  readonly #sets = new Map<Table, RowSet & { readonly values: unknown[] }>();

  /** @param row A value for each column of the table; rows of one table have the same columns. */
  add<Name extends Table>(table: Name, row: Readonly<Tables[Name]>): void {
    let set = this.#sets.get(table);
    if (set === undefined) this.#sets.set(table, (set = { table, columns: Object.keys(row), values: [] }));
    for (const column of set.columns) set.values.push(row[column as keyof typeof row]);
  }

  async insert(db: Writer, { insertRows }: Pick<Dialect, 'insertRows'>): Promise<void> {
    for (const rows of this.#sets.values()) await insertRows(db, rows);
    this.#sets.clear();
  }
}
