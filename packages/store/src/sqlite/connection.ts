import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { DuplicateRow } from '../duplicate-row.ts';
import type { RowSet } from '../engine.ts';
import { explainSqliteError, isDuplicate } from './sqlite-error.ts';

/** What a statement answers. */
export interface Answer {
  readonly rows: unknown[];
  readonly changes: number;
}

/** A statement that is executed for each row of a set. */
export interface ManyRows extends RowSet {
  readonly sql: string;
  /** What the statement goes on with for each further row that it takes; without it, it takes one. */
  readonly further?: string;
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

/** Rows that one statement takes where it takes several: more save little. */
const TOGETHER = 32;

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

  executeMany(many: ManyRows): void {
    const { sql, further, columns, values } = many;
    const most = further === undefined ? 1 : TOGETHER;
    const width = most * columns.length;
    const whole = values.length - (values.length % width);
    if (whole > 0) this.#executeEach(sql + (further ?? '').repeat(most - 1), width, many, 0, whole);
    if (whole < values.length) this.#executeEach(sql, columns.length, many, whole, values.length);
  }

  #executeEach(sql: string, width: number, many: ManyRows, from: number, until: number): void {
    const { statement } = this.#prepare(sql);
    const values = many.values as ArrayLike<SQLInputValue>;
    const bound = Array.from<SQLInputValue>({ length: width });
    for (let at = from; at < until; at += width) {
      for (let index = 0; index < width; index += 1) bound[index] = values[at + index] as SQLInputValue;
      try {
        statement.run(...bound);
      } catch (error) {
        throw isDuplicate(error) ? this.#duplicate(many, at, error) : explainSqliteError(error, this.path);
      }
    }
  }

  /** The row at which a statement failed, whose values begin at `at`: those before it were written. */
  #duplicate({ table, columns, values }: ManyRows, at: number, cause: unknown): DuplicateRow {
    const { written } = this.#database.prepare('select changes() as written').get() as { written: number };
    const id = values[at + written * columns.length + columns.indexOf('id')];
    return new DuplicateRow(table, columns.includes('id') && typeof id === 'string' ? id : undefined, { cause });
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
