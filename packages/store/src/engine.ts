import type { Expression, Kysely, RawBuilder, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Reader = Kysely<Tables>;
export type Writer = Transaction<Tables>;

/** Indexes of folded words, and their columns. */
export const TEXT_INDEXES = {
  /** Of an event's own identity, and of the claims about it. */
  event_text: ['identity', 'claims'],
  claim_text: ['words'],
  source_text: ['words'],
  actor_text: ['words'],
  place_text: ['words'],
} as const;
export type TextIndex = keyof typeof TEXT_INDEXES;

/** A question to a text index: all words must occur, each as a whole word, or with `prefix` as the beginning of one. */
export interface TextQuery {
  readonly index: TextIndex;
  readonly words: readonly string[];
  /** The column in which they must occur; any of them without it. */
  readonly column?: string;
  readonly prefix?: boolean;
}

/** Rows of one table, value after value in the order of the columns. */
export interface RowSet {
  readonly table: keyof Tables | TextIndex;
  readonly columns: readonly string[];
  readonly values: ArrayLike<unknown>;
}

/** What one engine says in its own words; everything else is said once, for all. */
export interface Dialect {
  /** Where a load may keep files for its length; the system's folder for such files unless given. */
  readonly spoolFolder?: string;
  /** Column types, and what stands after a table's closing bracket. */
  readonly ddl: {
    readonly whole: string;
    readonly real: string;
    readonly text: string;
    /** Of a table whose rows are stored in the order of their primary key, where the engine can. */
    readonly clustered: string;
    readonly table: string;
    /**
     * What removes the rows of tables together with the record that they refer to in its own way, in place of their references;
     * nothing where those do.
     */
    readonly dependents: (owner: 'event' | 'claim', tables: readonly string[]) => readonly string[];
    /** Names the tables anew from which that removes rows, before another one is dropped. */
    readonly remainingDependents: (owner: 'event' | 'claim', tables: readonly string[]) => readonly string[];
  };
  /**
   * Inserts rows. It may answer before they are written: whatever goes wrong is then thrown by a later statement of the same
   * transaction, at the latest by its end.
   *
   * @throws DuplicateRow when the table has a row with the same key or id.
   */
  readonly insertRows: (db: Writer, rows: RowSet) => Promise<void>;
  /** Sets columns of rows that are there; of each row the first value is its key. It may answer early, as `insertRows`. */
  readonly updateRows: (db: Writer, rows: RowSet) => Promise<void>;
  readonly createTextIndex: (db: Reader, index: TextIndex) => Promise<void>;
  /**
   * Writes rows, in place of those with the same keys; `new` where there are none. It may answer early, as `insertRows`.
   */
  readonly putText: (
    db: Writer,
    index: TextIndex,
    rows: readonly { key: number; texts: readonly string[] }[],
    are?: 'new',
  ) => Promise<void>;
  /** After a load of many records, before its end: what the engine must know to plan queries well. */
  readonly loaded?: (db: Writer) => Promise<void>;
  /** The same of some tables that were written first, and are asked all through the rest of a load. */
  readonly filled?: (db: Writer, tables: readonly (keyof Tables)[]) => Promise<void>;
  /**
   * Does what adds very many rows, where rows of tables are not found by every index meanwhile: those that rows would enter
   * anywhere are built at its end. Without it, indexes are kept up to date row by row.
   */
  readonly indexingAfterwards?: <Result>(db: Writer, work: () => Promise<Result>) => Promise<Result>;
  readonly removeText: (db: Writer, index: TextIndex, keys: readonly number[]) => Promise<void>;
  /** Whether the database has a table of ours. */
  readonly hasTable: (db: Reader, name: keyof Tables) => Promise<boolean>;
  /** A subquery of one column `key`: the rows whose words match. */
  readonly matching: (query: TextQuery) => RawBuilder<{ key: number }>;
  /** The keys that match, sorted upwards; without an object for each, because there may be very many. */
  readonly keysMatching: (db: Reader, query: TextQuery) => Promise<Float64Array>;
  /** The words that more than so many rows of an index have, the commonest first; empty where the engine cannot tell. */
  readonly commonWords: (db: Reader, index: TextIndex, rows: number, most: number) => Promise<string[]>;
  /** Whether a whole number has any of the bits. */
  readonly hasBit: (value: Expression<number>, bits: number) => RawBuilder<boolean>;
  /** What stands at a path in a record's JSON, as text; `null` where nothing does. */
  readonly fieldOf: (json: Expression<string>, ...path: readonly string[]) => RawBuilder<string | null>;
}

export interface WriteOptions {
  /**
   * The work writes rows that refer to rows of its own, and removes none that others refer to: the engine need not look for
   * what they refer to.
   */
  readonly addsAlone?: boolean;
}

/** A database, open. */
export interface Engine {
  /** Where it is, as messages name it: never with a password. */
  readonly name: string;
  readonly dialect: Dialect;
  /** Sees only what was committed; each statement by itself. Where reads are sent elsewhere, that may be some time ago. */
  readonly reader: Reader;
  /** Sees what was committed last, without a lock, wherever `reader` reads. */
  readonly primary: Reader;
  /** Milliseconds that `reader` may take to see the tables that `primary` has. */
  readonly replayTimeout?: number;
  /** Runs the work on one state of the ledger, whoever writes meanwhile. It may run again, when a connection breaks. */
  readonly read: <Result>(work: (db: Reader) => Promise<Result>) => Promise<Result>;
  /**
   * Runs the work in one transaction, after any other of this process. Readers see nothing of it until it
   * is complete; when it fails, nothing of it ever was.
   */
  readonly write: <Result>(work: (db: Writer) => Promise<Result>, options?: WriteOptions) => Promise<Result>;
  /**
   * Rises whenever a reader sees that another transaction was committed. Where asking costs a journey, the answer may be
   * a fraction of a second old unless `now` is asked for; what this process committed itself it always counts.
   */
  readonly changes: (asOf?: 'now') => number | Promise<number>;
  readonly close: () => Promise<void>;
}
