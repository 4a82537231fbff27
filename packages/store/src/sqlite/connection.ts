import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { DuplicateRow } from '../duplicate-row.ts';
import type { RowSet } from '../engine.ts';
import { explainSqliteError, isDuplicate } from './sqlite-error.ts';

/** What a statement answers. */
export interface Answer {
  readonly rows: unknown[];
  readonly changes: number;
}

/** A statement that is executed once for each row of a set. */
export interface ManyRows extends RowSet {
  readonly sql: string;
}

/** What kysely's statements are executed by: a handle of this thread, or one of another. */
export interface Session {
  execute(sql: string, parameters: readonly unknown[]): Answer | Promise<Answer>;
  /** Throws `DuplicateRow` where a row is there already; a session of another thread may answer early. */
  executeMany(many: ManyRows): void | Promise<void>;
  /** Undoes the transaction, if one is open. */
  rollback(): void | Promise<void>;
  close(): void | Promise<void>;
}

interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/** Statements kept ready for reuse; those used longest ago go first. */
const STATEMENTS_KEPT = 300;

/** A database handle with its prepared statements. */
export class Connection implements Session {
  readonly path: string;
  #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.path = path;
  }

  get database(): DatabaseSync {
    return this.#database;
  }

  execute(sql: string, parameters: readonly unknown[]): Answer {
    try {
      const { statement, returnsRows } = this.#prepare(sql);
      const values = parameters as readonly SQLInputValue[];
      if (returnsRows) return { rows: statement.all(...values), changes: 0 };
      return { rows: [], changes: Number(statement.run(...values).changes) };
    } catch (error) {
      throw explainSqliteError(error, this.path);
    }
  }

  executeMany({ sql, table, columns, values }: ManyRows): void {
    const { statement } = this.#prepare(sql);
    const width = columns.length;
    for (let at = 0; at < values.length; at += width) {
      const row = values.slice(at, at + width) as SQLInputValue[];
      try {
        statement.run(...row);
      } catch (error) {
        if (!isDuplicate(error)) throw explainSqliteError(error, this.path);
        const id = row[columns.indexOf('id')];
        throw new DuplicateRow(table, typeof id === 'string' ? id : undefined, { cause: error });
      }
    }
  }

  /** SQLite undoes a transaction by itself when the disk is full or the file damaged. */
  rollback(): void {
    if (this.#database.isTransaction) this.execute('rollback', []);
  }

  /** Takes another database in place of this one, which is closed. */
  replace(database: DatabaseSync): void {
    this.#statements.clear();
    this.#database.close();
    this.#database = database;
  }

  /** Takes what was written into the file itself, as far as no reader needs the log: a large load leaves a log of its own size. */
  checkpoint(): void {
    this.execute('pragma wal_checkpoint(truncate)', []);
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #prepare(sql: string): Prepared {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) {
      if (this.#statements.size >= STATEMENTS_KEPT) {
        this.#statements.delete(sql);
        this.#statements.set(sql, kept);
      }
      return kept;
    }
    const statement = this.#database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    // The row ids that a text index keeps inside are beyond what a number holds.
    if (!prepared.returnsRows) statement.setReadBigInts(true);
    if (this.#statements.size >= STATEMENTS_KEPT) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, prepared);
    return prepared;
  }
}
