import { Client } from 'pg';
import { StoreError } from '../store-error.ts';

/** Where a server is, without the password: for messages and for the connections. */
export interface Address {
  readonly url: string;
  /** `postgres://user@host:5432/database`. */
  readonly name: string;
  readonly host: string;
  readonly database: string;
  readonly user: string;
}

/** Whether a text is an address of a PostgreSQL server: `postgres://…` or `postgresql://…`. */
export const isPostgresUrl = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);

/**
 * Reads an address as the driver does, whatever it holds: a folder for a socket, parameters, what `PGHOST` and the like add.
 *
 * @throws StoreError that repeats nothing of the address, since it may hold a password.
 */
export function addressOf(url: string): Address {
  try {
    if (!isPostgresUrl(url)) throw new TypeError('another scheme');
    const { host, port, database = '', user = '' } = new Client({ connectionString: url });
    const at = host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`;
    return { url, name: `postgres://${user}@${at}/${database}`, host: at, database, user };
  } catch (error) {
    throw new StoreError(
      'unreachable',
      'The address of the database cannot be read: write it as postgres://user:password@host:5432/database, with % escapes for what is neither a letter nor a digit in the password.',
      { cause: error instanceof Error ? new Error(error.name) : undefined },
    );
  }
}
