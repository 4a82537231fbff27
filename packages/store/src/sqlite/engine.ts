import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Engine, Writer } from '../engine.ts';
import { StoreError } from '../store-error.ts';
import type { Tables } from '../tables.ts';
import { Connection } from './connection.ts';
import { sqlite } from './dialect.ts';
import { type Begin, type Sessions, sqliteDialect } from './kysely-dialect.ts';
import { LOCK_TIMEOUT, openHandle } from './open-connection.ts';
import { explainSqliteError } from './sqlite-error.ts';
import { WriteSession } from './write-session.ts';

/** The path of a database that lives in memory and goes with its store. */
export const IN_MEMORY = ':memory:';

/** Milliseconds to wait for another process that writes. */
const BUSY_TIMEOUT = 5_000;

const READ: Begin = { kind: 'read' };

/** Marks a file as ours (`PRAGMA application_id`): the letters CCLM. */
export const APPLICATION_ID = 0x43434c4d;

const PAGE_BYTES = 16_384;

/** Sets up a file that may be new, and refuses one that is not ours before anything is written to it. */
function prepareFile(database: DatabaseSync, path: string): void {
  // Another process may be making the same file; nobody of this one can be, in the middle of it.
  database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT}`);
  const { application, tables } = database
    .prepare(
      'select application_id as application, (select count(*) from sqlite_schema) as tables from pragma_application_id',
    )
    .get() as { application: number; tables: number };
  if (application !== APPLICATION_ID) {
    if (application !== 0 || tables > 0) {
      throw new StoreError(
        'incompatible',
        `The database ${path} belongs to another program: choose another path; it is left as it is.`,
      );
    }
    // Of a file that is empty as yet. Large pages halve what a large load writes, and cost a small one nothing.
    database.exec(`pragma page_size = ${PAGE_BYTES}; pragma application_id = ${APPLICATION_ID}`);
  }
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  database.exec(`pragma busy_timeout = ${LOCK_TIMEOUT}`);
}

const kyselyOn = (sessions: Sessions, begin: Begin): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: sqliteDialect(sessions, begin) });

/** Everything over one connection of this thread. */
const kyselyOf = (connection: Connection, begin: Begin): Kysely<Tables> =>
  kyselyOn({ open: () => connection, close: () => connection.close() }, begin);

/** Each transaction in a thread of its own. */
const writingThreads = (path: string, patience: number): Kysely<Tables> =>
  kyselyOn(
    { open: () => new WriteSession(path), done: (session) => session.close(), close: () => undefined },
    { kind: 'write', patience },
  );

/** A transaction whose rows are not held against those that they refer to, which costs a look-up for each. */
const withoutForeignKeys = <Result>(writer: Kysely<Tables>, work: (db: Writer) => Promise<Result>): Promise<Result> =>
  writer.connection().execute(async (db) => {
    // Of the connection, not of a transaction; it goes with its session.
    await sql`pragma foreign_keys = off`.execute(db);
    return db.transaction().execute(work);
  });

/** Changes whenever another connection has written. */
const dataVersion = (connection: Connection): number =>
  Number((connection.execute('pragma data_version', []).rows[0] as { data_version: number }).data_version);

const readingAtOnce =
  (reader: Kysely<Tables>): Engine['read'] =>
  (work) =>
    reader.transaction().execute(work);

/**
 * Opens a database file for reading alone: for a worker.
 *
 * @throws StoreError as `openSqlite` does.
 */
export function openSqliteReader(path: string): Omit<Engine, 'write'> {
  try {
    const connection = new Connection(openHandle(path, true), path);
    const reader = kyselyOf(connection, READ);
    return {
      name: path,
      dialect: sqlite,
      reader,
      primary: reader,
      read: readingAtOnce(reader),
      changes: () => dataVersion(connection),
      close: () => reader.destroy(),
    };
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

/**
 * Opens a database file, or one in memory, and creates it with its folder when there is none.
 *
 * @throws StoreError when the file is damaged or not ours, or cannot be written.
 */
export function openSqlite(path: string, busyTimeout = BUSY_TIMEOUT): Engine {
  return path === IN_MEMORY ? openInMemory() : openFile(path, busyTimeout);
}

function openFile(path: string, busyTimeout: number): Engine {
  let reading: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    reading = openHandle(path, false);
    prepareFile(reading, path);
    reading.exec('pragma query_only = on');
  } catch (error) {
    reading?.close();
    throw explainOpening(error, path);
  }
  const readConnection = new Connection(reading, path);
  const reader = kyselyOf(readConnection, READ);
  const writer = writingThreads(path, busyTimeout);
  return {
    name: path,
    // Where the database has room, a load has: the system's folder may be in memory.
    dialect: { ...sqlite, spoolFolder: dirname(path) },
    reader,
    primary: reader,
    read: readingAtOnce(reader),
    write: (work, { addsAlone = false } = {}) =>
      addsAlone ? withoutForeignKeys(writer, work) : writer.transaction().execute(work),
    changes: () => dataVersion(readConnection),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function explainOpening(error: unknown, path: string): unknown {
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    return new StoreError(
      'unwritable',
      `The folder of the database ${path} cannot be made (${String(error.code)}): make its parent writable for this user, or choose another path.`,
      { cause: error },
    );
  }
  return explainSqliteError(error, path);
}

/** In memory, a transaction works on a copy that takes the original's place: SQLite isolates readers of files only. */
function openInMemory(): Engine {
  const connection = new Connection(openHandle(IN_MEMORY, false), IN_MEMORY);
  const reader = kyselyOf(connection, READ);
  let last: Promise<unknown> = Promise.resolve();
  let commits = 0;
  const write = async <Result>(work: (db: Writer) => Promise<Result>): Promise<Result> => {
    const copy = openHandle(IN_MEMORY, false);
    const empty = connection.database.prepare('select 1 from sqlite_schema').get() === undefined;
    if (!empty) copy.deserialize(connection.database.serialize());
    const writer = kyselyOf(new Connection(copy, IN_MEMORY), { kind: 'write', patience: 0 });
    try {
      const result = await writer.transaction().execute(work);
      // Not while somebody reads: a read of several statements is of one state.
      await reader.connection().execute(() => Promise.resolve(connection.replace(copy)));
      commits += 1;
      return result;
    } catch (error) {
      copy.close();
      throw error;
    }
  };
  return {
    name: IN_MEMORY,
    dialect: sqlite,
    reader,
    primary: reader,
    read: readingAtOnce(reader),
    write: (work) => {
      const next = last.then(() => write(work));
      last = next.catch(() => undefined);
      return next;
    },
    changes: () => commits,
    close: async () => {
      await last;
      await reader.destroy();
    },
  };
}
