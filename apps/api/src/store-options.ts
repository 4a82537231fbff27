import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoreOptions } from '@counterclaim/store';

/** What of a process's environment says which store is meant. */
export interface StoreEnvironment {
  /** Folder of the database file, or `:memory:`; `databasePath` says where it is unless set. */
  readonly COUNTERCLAIM_DATA?: string | undefined;
  /** A PostgreSQL server that holds the ledger in place of a file: `postgres://user:password@host:5432/database`. */
  readonly DATABASE_URL?: string | undefined;
  /** A replica of it, or a pooler in front of several: reads go there. */
  readonly DATABASE_READ_URL?: string | undefined;
  /** Most connections for reads. */
  readonly DATABASE_CONNECTIONS?: string | undefined;
}

const IN_MEMORY = ':memory:';

/** Beside the code, so that two checkouts with different records never share a database. */
const ownFolder = fileURLToPath(new URL('../../../.data', import.meta.url));

/**
 * Where the database lies: in the folder `COUNTERCLAIM_DATA`, else in `.data` at the root of this checkout. It holds nothing
 * that cannot be loaded again.
 */
export function databasePath({ COUNTERCLAIM_DATA: chosen }: StoreEnvironment): string {
  if (chosen === IN_MEMORY) return IN_MEMORY;
  return join(resolve(chosen || ownFolder), 'ledger.sqlite');
}

/**
 * The store that an environment means: for whatever opens one, so that a command and a server share it.
 *
 * @throws Error in one line that names the variable, and repeats nothing of an address, which may hold a password.
 */
export function storeOptions(environment: StoreEnvironment): StoreOptions {
  const url = addressIn(environment, 'DATABASE_URL');
  const readUrl = addressIn(environment, 'DATABASE_READ_URL');
  if (url !== undefined) return { url, readUrl, connections: connectionsIn(environment) };
  if (readUrl === undefined) return { path: databasePath(environment) };
  throw new Error(
    'DATABASE_READ_URL is set, and DATABASE_URL is not: set that to the primary, or unset both to use a file.',
  );
}

function addressIn(environment: StoreEnvironment, name: 'DATABASE_URL' | 'DATABASE_READ_URL'): string | undefined {
  const { [name]: chosen } = environment;
  if (!chosen) return undefined;
  if (/^postgres(ql)?:\/\//.test(chosen)) return chosen;
  throw new Error(
    `${name} is no address of a PostgreSQL server: write it as postgres://user:password@host:5432/database, or unset it to use a file.`,
  );
}

function connectionsIn({ DATABASE_CONNECTIONS: chosen }: StoreEnvironment): number | undefined {
  if (!chosen) return undefined;
  if (/^[1-9]\d{0,3}$/.test(chosen)) return Number(chosen);
  throw new Error(`DATABASE_CONNECTIONS=${chosen} is not a number of connections: write one from 1 to 9999.`);
}
