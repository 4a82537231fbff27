import { sql } from 'kysely';
import type { Engine, Reader } from './engine.ts';
import { MIGRATIONS } from './migrations.ts';
import { StoreError } from './store-error.ts';

async function layoutOf(db: Reader): Promise<number | undefined> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'release')) return undefined;
  const { layout } = await db.selectFrom('release').select('layout').executeTakeFirstOrThrow();
  return layout;
}

/**
 * Brings the tables of a database to the layout of this build, in one transaction.
 *
 * @throws StoreError when a newer build has been here.
 */
export async function migrate({ reader, write, dialect }: Engine, path: string): Promise<void> {
  const before = await layoutOf(reader);
  if (before === MIGRATIONS.length) return;
  if (before !== undefined && before > MIGRATIONS.length) {
    throw new StoreError(
      'incompatible',
      `The database ${path} was written by a newer build (layout ${before}, this one knows ${MIGRATIONS.length}): start that build, or choose another path; it is left as it is.`,
    );
  }
  await write(async (db) => {
    // Another process may have come first.
    const layout = await layoutOf(db);
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
