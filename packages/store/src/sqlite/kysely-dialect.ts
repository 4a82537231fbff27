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

/**
 * `node:sqlite` for kysely, which ships no driver for it. One connection; kysely hands it to one
 * transaction at a time.
 *
 * @param begin How transactions begin: `begin immediate` where they write, so that they never have to
 * upgrade a lock that another writer holds.
 */
export const sqliteDialect = (connection: Connection, begin: 'begin' | 'begin immediate'): Dialect => ({
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
      beginTransaction: run(begin),
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
