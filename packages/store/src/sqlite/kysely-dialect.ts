import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../store-error.ts';
import type { Connection } from './connection.ts';

class SqliteConnection implements DatabaseConnection {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a throw must become a rejection
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = this.#connection.execute(sql, parameters);
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
  }

  streamQuery(): never {
    throw new TypeError('rows are read in pages, not streamed');
  }
}

/** How transactions begin. */
export type Begin =
  | { readonly kind: 'read' }
  /** At once for writing, so that they never upgrade a lock that another writer holds; waits for others up to `patience` milliseconds. */
  | { readonly kind: 'write'; readonly patience: number };

/** Milliseconds between two tries. */
const RETRY = 20;

/** Waits for another writer without keeping the event loop: it may be of this very process. */
async function beginWriting(connection: Connection, patience: number): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      connection.execute('begin immediate', []);
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'busy' || performance.now() >= until) throw error;
    }
    await setTimeout(RETRY);
  }
}

/**
 * `node:sqlite` for kysely, which ships no driver for it. One connection; kysely hands it to one
 * transaction at a time.
 */
export const sqliteDialect = (connection: Connection, begin: Begin): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createDriver: (): Driver => {
    const only = new SqliteConnection(connection);
    const run = (sql: string) => () => {
      connection.execute(sql, []);
      return Promise.resolve();
    };
    return {
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(only),
      releaseConnection: () => Promise.resolve(),
      beginTransaction: begin.kind === 'read' ? run('begin') : () => beginWriting(connection, begin.patience),
      commitTransaction: run('commit'),
      rollbackTransaction: () => {
        // SQLite has rolled back by itself when the disk is full or the file damaged.
        if (connection.database.isTransaction) connection.execute('rollback', []);
        return Promise.resolve();
      },
      destroy: () => {
        connection.close();
        return Promise.resolve();
      },
    };
  },
});
