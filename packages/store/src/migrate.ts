import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Dialect, Engine, Reader } from './engine.ts';
import { MIGRATIONS } from './migrations.ts';
import { StoreError } from './store-error.ts';

async function layoutOf(db: Reader, dialect: Dialect): Promise<number | undefined> {
  if (!(await dialect.hasTable(db, 'release'))) return undefined;
  const { layout } = await db.selectFrom('release').select('layout').executeTakeFirstOrThrow();
  return layout;
}

/**
 * Brings the tables of a database to the layout of this build, in one transaction.
 *
 * @throws StoreError when a newer build has been here, or readers do not come to see the tables.
 */
export async function migrate(engine: Engine): Promise<void> {
  await migratePrimary(engine);
  await awaitReaders(engine);
}

async function migratePrimary({ name, primary, write, dialect }: Engine): Promise<void> {
  const before = await layoutOf(primary, dialect);
  if (before === MIGRATIONS.length) return;
  if (before !== undefined && before > MIGRATIONS.length) {
    throw new StoreError(
      'incompatible',
      `The database ${name} was written by a newer build (layout ${before}, this one knows ${MIGRATIONS.length}): start that build, or choose another database; it is left as it is.`,
    );
  }
  await write(async (db) => {
    // Another process may have come first.
    const layout = await layoutOf(db, dialect);
    if (layout === undefined) {
      const { whole, text, table } = dialect.ddl;
      await sql
        .raw(`create table release (layout ${whole} not null, derivation ${text} not null) ${table}`)
        .execute(db);
      await db.insertInto('release').values({ layout: 0, derivation: '' }).execute();
    }
    for (const { statements, textIndexes } of MIGRATIONS.slice(layout ?? 0)) {
      for (const statement of statements(dialect.ddl)) await sql.raw(statement).execute(db);
      for (const index of textIndexes) await dialect.createTextIndex(db, index);
    }
    await db.updateTable('release').set({ layout: MIGRATIONS.length }).execute();
  });
}

/** Milliseconds between two looks at a replica. */
const PAUSE = 100;

/** Readers that are sent elsewhere see the tables a little later. */
async function awaitReaders({ name, primary, reader, dialect, replayTimeout = 0 }: Engine): Promise<void> {
  if (reader === primary) return;
  const until = performance.now() + replayTimeout;
  while ((await layoutOf(reader, dialect)) !== MIGRATIONS.length) {
    if (performance.now() > until) {
      throw new StoreError(
        'incompatible',
        `Where the database ${name} is read, it does not have the tables of this build after ${replayTimeout / 1_000} seconds: check that the address for reads leads to a replica of it, and that the replica keeps up.`,
      );
    }
    await setTimeout(PAUSE);
  }
}
