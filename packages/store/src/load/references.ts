import type { RecordType } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Writer } from '../engine.ts';
import { StoreError } from '../store-error.ts';
import type { Load } from './load.ts';

/** A record names one that no dataset holds. */
export const unresolved = (type: RecordType, id: string, names: RecordType, named: string): StoreError =>
  new StoreError(
    'unresolved',
    `${type} ${id} names ${names} ${named}, which no dataset holds: add ${names} ${named}, or correct ${type} ${id}.`,
  );

/** Columns that hold the id of another record. */
const REFERENCES = [
  ['actor', 'part_of_id', 'actor'],
  ['place', 'within_id', 'place'],
  ['source', 'publisher_id', 'actor'],
  ['source', 'wire_id', 'actor'],
  ['event', 'part_of_id', 'event'],
  ['claim', 'source_id', 'source'],
] as const;

/**
 * Checks that what records name is there: those of the dataset that was loaded, and, where the load left
 * records out, those of every dataset. What claims' bodies and events' places name is checked where it is derived.
 *
 * @param claims Whether what claims name is to be checked too; it may be known from how they came.
 * @throws StoreError that names the first record that names one that is not there.
 */
export async function checkReferences(db: Writer, { dataset }: Load, leftOut: boolean, claims = true): Promise<void> {
  const ofDataset = leftOut ? sql`true` : sql`record.dataset = ${dataset}`;
  for (const [type, column, names] of REFERENCES) {
    if (type === 'claim' && !claims) continue;
    const { rows } = await sql<{ id: string; names: string }>`
      select record.id, record.${sql.ref(column)} as names from ${sql.table(type)} as record
      left join ${sql.table(names)} as named on named.id = record.${sql.ref(column)}
      where record.${sql.ref(column)} is not null and named.key is null and ${ofDataset}
      order by record.id limit 1`.execute(db);
    const [dangling] = rows;
    if (dangling !== undefined) throw unresolved(type, dangling.id, names, dangling.names);
  }
  if (!claims) return;
  const about = await db
    .selectFrom('claim_about')
    .innerJoin('claim', 'claim.key', 'claim_about.claim')
    .leftJoin('event', 'event.id', 'claim_about.event_id')
    .select(['claim.id', 'claim_about.event_id as names'])
    .where('event.key', 'is', null)
    .$if(!leftOut, (query) => query.where('claim.dataset', '=', dataset))
    .orderBy('claim.id')
    .limit(1)
    .executeTakeFirst();
  if (about !== undefined) throw unresolved('claim', about.id, 'event', about.names);
  const related = await db
    .selectFrom('claim_relation')
    .innerJoin('claim', 'claim.key', 'claim_relation.claim')
    .leftJoin('claim as target', 'target.id', 'claim_relation.target_id')
    .select(['claim.id', 'claim_relation.target_id as names'])
    .where('target.key', 'is', null)
    .$if(!leftOut, (query) => query.where('claim.dataset', '=', dataset))
    .orderBy('claim.id')
    .limit(1)
    .executeTakeFirst();
  if (related !== undefined) throw unresolved('claim', related.id, 'claim', related.names);
}
