import type { Cell, Column } from '../column.ts';
import type { AssessedLedger } from './assessed-ledger.ts';

/** The cells of one row, in the order of the table's columns. */
export type Row = readonly Cell[];

/** That the values of some columns stand in another table too, where they name one row. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
}

/** A table of a release: one definition for CSV, its metadata, Parquet and the dictionary. */
export interface Table {
  /** Lower-case; the file is called after it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column<Row>[];
  /** Columns that together name one row. None of them is ever empty. */
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Its rows, in the order of their keys' records in the ledger. */
  readonly rows: (ledger: AssessedLedger) => Iterable<Row>;
}

interface TableDefinition<Item> extends Omit<Table, 'columns' | 'rows'> {
  readonly columns: readonly Column<Item>[];
  readonly items: (ledger: AssessedLedger) => Iterable<Item>;
}

/** Hides of what the rows of a table are made, so that all tables are written by one piece of code. */
export function defineTable<Item>({ columns, items, ...described }: TableDefinition<Item>): Table {
  return {
    ...described,
    columns: columns.map((column, index) => ({ ...column, value: (row) => row[index] ?? null })),
    *rows(ledger) {
      for (const item of items(ledger)) yield columns.map(({ value }) => value(item));
    },
  };
}

/** A foreign key of one column that names a row by its `id`. */
export const refersTo = (column: string, table: string): ForeignKey => ({
  columns: [column],
  table,
  references: ['id'],
});
