import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { explainSqliteError } from './sqlite-error.ts';

interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/** Statements kept ready for reuse; those used longest ago go first. */
const STATEMENTS_KEPT = 300;

/** A database handle with its prepared statements. */
export class Connection {
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

  execute(sql: string, parameters: readonly unknown[]): { rows: unknown[]; changes: number } {
    try {
      const { statement, returnsRows } = this.#prepare(sql);
      const values = parameters as readonly SQLInputValue[];
      if (returnsRows) return { rows: statement.all(...values), changes: 0 };
      return { rows: [], changes: Number(statement.run(...values).changes) };
    } catch (error) {
      throw explainSqliteError(error, this.path);
    }
  }

  /** Takes another database in place of this one, which is closed. */
  replace(database: DatabaseSync): void {
    this.#statements.clear();
    this.#database.close();
    this.#database = database;
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
