import { type RawBuilder, sql } from 'kysely';
import type { Writer } from '../engine.ts';
import { isFirst, type Load } from './load.ts';

/** Marks the events that a changed or left-out record belongs to. */
export async function markStale(db: Writer, load: Load): Promise<void> {
  const { dataset, number } = load;
  if (isFirst(load)) {
    await mark(db, sql`select key from event where dataset = ${dataset}`);
    // Of other datasets, events that the claims of this one are about.
    await mark(
      db,
      sql`select event.key from event where event.dataset <> ${dataset} and event.id in (
        select about.event_id from claim_about as about join claim on claim.key = about.claim where claim.dataset = ${dataset})`,
    );
    return;
  }
  await mark(db, sql`select key from event where dataset = ${dataset} and changed = ${number}`);
  for (const [table, type] of [
    ['dossier_actor', 'actor'],
    ['dossier_place', 'place'],
    ['dossier_source', 'source'],
  ] as const) {
    await mark(
      db,
      sql`select link.event from ${sql.table(table)} as link
        join ${sql.table(type)} as record on record.key = link.${sql.ref(type)}
        where record.dataset = ${dataset} and (record.changed = ${number} or record.load <> ${number})`,
    );
  }
  await mark(
    db,
    sql`select event.key from claim_about as about
      join claim on claim.key = about.claim
      join event on event.id = about.event_id
      where claim.dataset = ${dataset} and (claim.changed = ${number} or claim.load <> ${number})`,
  );
}

/** Marks the events of a query of their keys as stale. */
export async function mark(db: Writer, events: RawBuilder<unknown>): Promise<void> {
  await sql`insert into stale (event) select distinct * from (${events}) as found where true on conflict do nothing`.execute(
    db,
  );
}
