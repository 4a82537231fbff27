import type { Writer } from '../engine.ts';
import type { Tables } from '../tables.ts';

/** Values bound in one statement; engines allow some ten thousand. */
export const MOST_VALUES = 10_000;

type Table = keyof Tables;

/** Rows gathered for many tables and inserted together. */
export class Rows {
  readonly #rows = new Map<Table, object[]>();

  add<Name extends Table>(table: Name, row: Tables[Name]): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
  }

  async write(db: Writer): Promise<void> {
    for (const [table, rows] of this.#rows) {
      const step = Math.floor(MOST_VALUES / Object.keys(rows[0] ?? {}).length);
      for (let at = 0; at < rows.length; at += step) {
        await db
          .insertInto(table)
          .values(rows.slice(at, at + step))
          .execute();
      }
    }
  }
}
