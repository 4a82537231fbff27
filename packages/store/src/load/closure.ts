import { sql } from 'kysely';
import type { Writer } from '../engine.ts';

/** Works out what stands above each actor, or around each place. A circle ends where it began. */
export async function closeOver(
  db: Writer,
  type: 'actor' | 'place',
  column: 'part_of_id' | 'within_id',
): Promise<void> {
  const above = sql.table(`${type}_above`);
  const records = sql.table(type);
  await sql`delete from ${above}`.execute(db);
  await sql`
    insert into ${above} (${sql.ref(type)}, above)
    with recursive chain (record, above) as (
      select key, key from ${records}
      union
      select chain.record, higher.key from chain
      join ${records} as lower on lower.key = chain.above
      join ${records} as higher on higher.id = lower.${sql.ref(column)}
    )
    select record, above from chain`.execute(db);
}
