import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { setTimeout } from 'node:timers/promises';
import type { Writer } from '../engine.ts';
import { StoreError } from '../store-error.ts';
import type { ManyRows, Session } from './connection.ts';

/** A query that carries rows, one execution of its statement for each. */
interface ManyQuery extends CompiledQuery {
  readonly many: ManyRows;
}

/** Executes a statement once for each row. */
export async function executeMany(db: Writer, many: ManyRows): Promise<void> {
  if (many.values.length === 0) return;
  const query: ManyQuery = { ...CompiledQuery.raw(many.sql), many };
  await db.executeQuery(query);
}

class SqliteConnection implements DatabaseConnection {
  readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if ('many' in query) {
      await this.session.executeMany((query as ManyQuery).many);
      return { rows: [] };
    }
    const answer = this.session.execute(query.sql, query.parameters);
    // A statement of this thread has its answer at once: lists are read without a turn of the loop in between.
    const { rows, changes } = answer instanceof Promise ? await answer : answer;
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
async function beginWriting(session: Session, patience: number): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      await session.execute('begin immediate', []);
      return;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'busy' || performance.now() >= until) throw error;
    }
    await setTimeout(RETRY);
  }
}

/** Where kysely's connections come from. */
export interface Sessions {
  readonly open: () => Session;
  /** When a connection is given back. */
  readonly done?: (session: Session) => void | Promise<void>;
  readonly close: () => void;
}

const sessionOf = (connection: DatabaseConnection): Session => (connection as SqliteConnection).session;

/**
 * `node:sqlite` for kysely, which ships no driver for it. One connection at a time, which kysely hands to one
 * transaction after another.
 */
export const sqliteDialect = (sessions: Sessions, begin: Begin): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createDriver: (): Driver => driverOf(sessions, begin),
});

function driverOf({ open, done, close }: Sessions, begin: Begin): Driver {
  let last: SqliteConnection | undefined;
  return {
    init: () => Promise.resolve(),
    // eslint-disable-next-line @typescript-eslint/require-await -- a throw must become a rejection
    acquireConnection: async () => {
      const session = open();
      if (last?.session !== session) last = new SqliteConnection(session);
      return last;
    },
    releaseConnection: async (connection) => {
      await done?.(sessionOf(connection));
    },
    beginTransaction: async (connection) => {
      const session = sessionOf(connection);
      if (begin.kind === 'read') await session.execute('begin', []);
      else await beginWriting(session, begin.patience);
    },
    commitTransaction: async (connection) => {
      await sessionOf(connection).execute('commit', []);
    },
    rollbackTransaction: async (connection) => {
      await sessionOf(connection).rollback();
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- a throw must become a rejection
    destroy: async () => {
      close();
    },
  };
}
