import { DatabaseSync } from 'node:sqlite';
import { Connection } from './connection.ts';
import { explainSqliteError } from './sqlite-error.ts';

/** Milliseconds that SQLite itself waits, keeping its thread: for the short locks of opening and of checkpoints. */
export const LOCK_TIMEOUT = 250;

/** Memory for pages, in KiB: of a connection that reads, and of one that writes, which has some indexes that grow anywhere: a page that does not stay is written and read again. */
const READ_CACHE = 65_536;
const WRITE_CACHE = 131_072;

/** Opens a database file, or one in memory, as every connection is set up. */
export function openHandle(path: string, readOnly: boolean): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: LOCK_TIMEOUT, readOnly, enableForeignKeyConstraints: true });
  try {
    database.exec(`pragma cache_size = -${READ_CACHE}; pragma temp_store = memory`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A connection that writes to a database file that is there.
 *
 * @throws StoreError when the file is damaged or cannot be written.
 */
export function openConnection(path: string): Connection {
  try {
    const database = openHandle(path, false);
    database.exec(`pragma synchronous = normal; pragma cache_size = -${WRITE_CACHE}`);
    return new Connection(database, path);
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}
