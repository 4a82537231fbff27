import {
  type Actor,
  type Change,
  CHANGE_RANK,
  changeId,
  changeOfRedirect,
  changesOfRecord,
  type Claim,
  type Event,
  type Place,
  type RecordType,
  type Source,
} from '@counterclaim/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Writer } from '../engine.ts';
import type { IdentifiedChange } from '../answer.ts';
import type { RecordRow, Tables } from '../tables.ts';
import { RECORD_TYPES } from './record-row.ts';

const DAY = 86_400_000;

/** Changes of one record that its key tells apart. */
const MOST = 999_999;

/**
 * Orders the changes of one day, as the domain's `changesOf` does: by record, and of one record in reverse of the order in
 * which they were made, redirects to it last. A blank sorts before every character of an id.
 *
 * @param nth Which of the record's own changes it is, from 1; of a redirect, the old id.
 */
const withinDay = ({ type, id }: Change['record'], nth: number | string): string =>
  `${CHANGE_RANK[type]} ${id} ${typeof nth === 'string' ? `1 ${nth}` : `0 ${String(MOST - nth).padStart(6, '0')}`}`;

type Row = Omit<Tables['change'], 'key' | 'events'>;

const rowOf = (dataset: number, change: Change, nth: number | string): Row => ({
  dataset,
  type: change.record.type,
  record_id: change.record.id,
  age: -Date.parse(change.date) / DAY,
  within_day: withinDay(change.record, nth),
  json: JSON.stringify({
    id: changeId(change, typeof nth === 'number' ? nth : 1),
    ...change,
  } satisfies IdentifiedChange),
});

/** Rows read or inserted together. */
const BATCH = 500;

async function* rowsOf(db: Writer): AsyncGenerator<Row, void, undefined> {
  for (const type of RECORD_TYPES) {
    for (let after: number | undefined = Number.MIN_SAFE_INTEGER; after !== undefined;) {
      const edited: Pick<RecordRow, 'key' | 'dataset' | 'json'>[] = await db
        .selectFrom(type)
        .select(['key', 'dataset', 'json'])
        .where('edited', '=', sql.lit(1))
        .where('key', '>', after)
        .orderBy('key')
        .limit(BATCH)
        .execute();
      for (const { dataset, json } of edited) {
        const record = JSON.parse(json) as Actor | Place | Source | Event | Claim;
        const changes = changesOfRecord(type, record);
        for (const [index, change] of changes.entries()) yield rowOf(dataset, change, index + 1);
      }
      after = edited.at(-1)?.key;
    }
  }
  const redirects = await db.selectFrom('redirect').selectAll().orderBy('key').execute();
  for (const { dataset, type, from_id: from, to_id: to, date, reason } of redirects) {
    yield rowOf(dataset, changeOfRedirect({ type, from, to, date, reason }), from);
  }
}

/** The events that changes of records of a type touch: pairs of `event` and `change`. */
const TOUCHED: Readonly<Record<RecordType, RawBuilder<unknown>>> = {
  event: sql`select record.key as event, change.key as change from change
    join event as record on record.id = change.record_id`,
  claim: sql`select event.key as event, change.key as change from change
    join claim as record on record.id = change.record_id
    join claim_about as about on about.claim = record.key
    join event on event.id = about.event_id`,
  source: sql`select link.event, change.key as change from change
    join source as record on record.id = change.record_id
    join dossier_source as link on link.source = record.key`,
  actor: sql`select link.event, change.key as change from change
    join actor as record on record.id = change.record_id
    join dossier_actor as link on link.actor = record.key`,
  place: sql`select link.event, change.key as change from change
    join place as record on record.id = change.record_id
    join dossier_place as link on link.place = record.key`,
};

/**
 * Works out anew what the ledger did to records of its own, whatever the dataset: edited records are few, and an index
 * leads to them. Asks that dossiers be derived.
 */
export async function deriveChanges(db: Writer): Promise<void> {
  // Both: where a first release is loaded, nothing goes with what it belongs to by itself.
  await db.deleteFrom('change_event').execute();
  await db.deleteFrom('change').execute();
  const types = new Set<RecordType>();
  let waiting: Tables['change'][] = [];
  let key = 0;
  const write = async (): Promise<void> => {
    if (waiting.length > 0) await db.insertInto('change').values(waiting).execute();
    waiting = [];
  };
  for await (const row of rowsOf(db)) {
    types.add(row.type);
    waiting.push({ key: (key += 1), events: 0, ...row });
    if (waiting.length === BATCH) await write();
  }
  await write();
  for (const type of types) {
    await sql`insert into change_event (event, change) ${TOUCHED[type]} where change.type = ${type}`.execute(db);
  }
  await sql`
    update change set events = (select count(*) from change_event as link where link.change = change.key)`.execute(db);
}
