import { sql } from 'kysely';
import type { Dialect, TextIndex, Writer } from '../engine.ts';
import { type Load, RECORD_TYPES } from './records.ts';

/** Marks the events that a changed or left-out record belongs to. */
export async function markStale(db: Writer, { dataset, number }: Load): Promise<void> {
  for (const [table, type] of [
    ['dossier_actor', 'actor'],
    ['dossier_place', 'place'],
    ['dossier_source', 'source'],
  ] as const) {
    await sql`
      update event set stale = 1 where stale = 0 and key in (
        select link.event from ${sql.table(table)} as link
        join ${sql.table(type)} as record on record.key = link.${sql.ref(type)}
        where record.dataset = ${dataset} and (record.changed = ${number} or record.load <> ${number})
      )`.execute(db);
  }
  await sql`
    update event set stale = 1 where stale = 0 and id in (
      select about.event_id from claim_about as about
      join claim on claim.key = about.claim
      where claim.dataset = ${dataset} and (claim.changed = ${number} or claim.load <> ${number})
    )`.execute(db);
}

/**
 * Removes the records that a load did not have.
 *
 * @returns Whether there were any.
 */
export async function removeLeftOut(db: Writer, dialect: Dialect, { dataset, number }: Load): Promise<boolean> {
  let any = false;
  for (const type of RECORD_TYPES.toReversed()) {
    const index: TextIndex = `${type}_text`;
    for (;;) {
      const rows = await db
        .selectFrom(type)
        .select('key')
        .where('dataset', '=', dataset)
        .where('load', '<>', number)
        .limit(1_000)
        .execute();
      if (rows.length === 0) break;
      any = true;
      const keys = rows.map(({ key }) => key);
      await dialect.removeText(db, index, keys);
      await db.deleteFrom(type).where('key', 'in', keys).execute();
    }
  }
  return any;
}
