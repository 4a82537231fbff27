import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Engine, Reader, Writer } from '../engine.ts';
import { StoreError } from '../store-error.ts';
import type { Tables } from '../tables.ts';
import { type Address, addressOf } from './address.ts';
import { Connections, type ConnectionsOptions } from './connections.ts';
import { postgres } from './dialect.ts';
import { isCut, isRecoveryConflict } from './postgres-error.ts';
import { Revision } from './revision.ts';

export interface PostgresOptions {
  /** The primary, as `postgres://user:password@host:5432/database`: what is written goes there, and reads unless sent elsewhere. */
  readonly url: string;
  /** A replica, or a pooler in front of several: reads go there. It may lag behind the primary. */
  readonly readUrl?: string | undefined;
  /** Most connections for reads; ten unless given. Writing takes at most two more. */
  readonly connections?: number | undefined;
  /** Milliseconds to wait for a connection; ten seconds unless given. */
  readonly connectTimeout?: number | undefined;
  /** Milliseconds after which a connection that nobody uses is closed; a minute unless given. */
  readonly idleTimeout?: number | undefined;
  /** Milliseconds that one statement of a read may take; half a minute unless given. */
  readonly readTimeout?: number | undefined;
  /** Milliseconds that one statement of a load may take; an hour unless given. */
  readonly loadTimeout?: number | undefined;
  /** Milliseconds to wait for another process that writes; five seconds unless given. */
  readonly busyTimeout?: number | undefined;
  /** Milliseconds that a replica is given to take over the tables, when they are new; half a minute unless given. */
  readonly replayTimeout?: number | undefined;
  /** What the server's lists of connections call this process; `counterclaim` unless given. */
  readonly applicationName?: string | undefined;
}

/** The oldest server that the tests run against. */
const OLDEST = 150_000;

/** Milliseconds beyond the server's own limit after which a silent connection is given up. */
const GRACE = 5_000;

/** Compiling a statement takes longer than any of ours saves by it, and estimates of words set it off. */
const NO_JIT = 'set local jit = off';

/** Marks our advisory locks: the letters CCLM. */
const LOCK = 0x43434c4d;

const kyselyOn = (address: Address, options: ConnectionsOptions): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Connections(address, options) }) });

/** What every commit of a store changes, and nothing else. */
const look = async (db: Reader): Promise<string> => {
  const { rows } = await sql<{ seen: string }>`
    select concat_ws(' ', (select derivation from release),
      (select string_agg(concat_ws(' ', key, load, digest), ' ' order by key) from dataset)) as seen`.execute(db);
  return rows[0]?.seen ?? '';
};

/**
 * Opens a database on a PostgreSQL server. It must be there, in UTF-8; its tables are made by the migrations.
 *
 * @throws StoreError in one line when the server cannot be reached or lets nobody in, or the database is of another program.
 */
export async function openPostgres(options: PostgresOptions): Promise<Engine> {
  const {
    connections = 10,
    connectTimeout = 10_000,
    idleTimeout = 60_000,
    readTimeout = 30_000,
    loadTimeout = 3_600_000,
    busyTimeout = 5_000,
    replayTimeout = 30_000,
    applicationName = 'counterclaim',
  } = options;
  const address = addressOf(options.url);
  const readAddress = options.readUrl === undefined ? address : addressOf(options.readUrl);
  const shared = { connectTimeout, idleTimeout, applicationName };
  const reads = {
    ...shared,
    most: connections,
    settings: `set local statement_timeout = ${readTimeout}; ${NO_JIT}`,
    deadline: readTimeout + GRACE,
    // A server that restarts breaks all of them, and which are broken shows when they are used.
    again: connections,
  };
  const writer = kyselyOn(address, {
    ...shared,
    most: 1,
    settings: `set local statement_timeout = ${loadTimeout}; set local lock_timeout = ${busyTimeout}; ${NO_JIT}`,
    again: 0,
  });
  const reader = kyselyOn(readAddress, reads);
  const primary = readAddress === address ? reader : kyselyOn(address, { ...reads, most: 1 });
  const close = async (): Promise<void> => {
    await reader.destroy();
    if (primary !== reader) await primary.destroy();
    await writer.destroy();
  };
  try {
    await checkServer(primary, address);
  } catch (error) {
    await close();
    throw error;
  }
  const revision = new Revision(() => look(reader));
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: address.name,
    dialect: postgres,
    reader,
    primary,
    replayTimeout,
    read: (work) => readAtOnce(reader, connections, work),
    write: (work) => {
      const next = last.then(() => write(writer, work)).finally(revision.forget);
      last = next.catch(() => undefined);
      return next;
    },
    changes: revision.changes,
    close: async () => {
      await last;
      await close();
    },
  };
}

/** Refuses a server or a database that cannot be ours, before anything is written to it. */
async function checkServer(db: Reader, { name }: Address): Promise<void> {
  const { rows } = await sql<{ version: string; number: number; encoding: string; others: number; ours: boolean }>`
    select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding,
      (select count(*) from pg_class as table_of where table_of.relnamespace = current_schema()::regnamespace
        and table_of.relkind in ('r', 'p', 'v', 'm', 'f')
        and not exists (select 1 from pg_depend as part where part.objid = table_of.oid and part.deptype = 'e')) as others,
      (select count(*) = 2 from pg_attribute as held where held.attrelid = to_regclass('release')
        and held.attname in ('layout', 'derivation')) as ours`.execute(db);
  const [server] = rows;
  if (server === undefined) throw new TypeError('a select without from answers one row');
  if (server.number < OLDEST) {
    throw new StoreError(
      'incompatible',
      `The server of ${name} is PostgreSQL ${server.version}: version 15 or a later one is needed.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new StoreError(
      'incompatible',
      `The database ${name} is in ${server.encoding}: make one in UTF-8 (createdb --encoding=UTF8 --template=template0), since texts are of every script.`,
    );
  }
  if (server.others > 0 && !server.ours) {
    throw new StoreError(
      'incompatible',
      `The database ${name} belongs to another program: choose an empty database, or an empty schema (search_path); it is left as it is.`,
    );
  }
}

/** All statements see the state that the first one saw. Tried again while connections turn out to be broken, and once when it gave way to a replay. */
async function readAtOnce<Result>(
  reader: Reader,
  again: number,
  work: (db: Reader) => Promise<Result>,
): Promise<Result> {
  for (let left = again; ; left -= 1) {
    try {
      return await reader.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
    } catch (error) {
      const cause = error instanceof StoreError ? error.cause : error;
      const gaveWay = left === again && isRecoveryConflict(cause);
      if (left === 0 || (!isCut(cause) && !gaveWay)) throw error;
    }
  }
}

/** One transaction after another, whichever process they are of. */
function write<Result>(writer: Kysely<Tables>, work: (db: Writer) => Promise<Result>): Promise<Result> {
  return writer.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, hashtext(coalesce(current_schema(), '')))`.execute(db);
    return work(db);
  });
}
