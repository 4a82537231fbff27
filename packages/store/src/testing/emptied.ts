import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';

/** Empties the tables of a store on PostgreSQL, if it has them, and leaves it as a first start does: faster than to make them again. */
export async function emptied(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(relname) as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'release'`.execute(db);
  if (rows.length === 0) return;
  await sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')}`).execute(db);
}
