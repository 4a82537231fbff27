import type { Actor, LedgerItem, Place, RecordType, Source } from '@counterclaim/domain';
import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import { derivationOf } from '../derivation.ts';
import type { Dialect, Engine, Reader, TextIndex, Writer } from '../engine.ts';
import type { DatasetInfo } from '../answer.ts';
import type { DatasetRow } from '../tables.ts';
import { indexText, namesOf, sourceTexts } from '../words.ts';
import { deriveChanges } from './changes.ts';
import { deriveStale } from './derive.ts';
import { type Load, RECORD_TYPES, RecordWriter } from './records.ts';
import { checkRedirects, RedirectWriter } from './redirects.ts';
import { checkReferences } from './references.ts';

/** How long a load keeps the event loop before it lets others have it, in milliseconds. */
const TURN = 8;

/** Lets whoever else waits go first, now and then: statements run on the event loop. */
function fairly(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await setImmediate();
    since = performance.now();
  };
}

export const datasetInfo = ({ id, digest, events, claims, sources, actors, places }: DatasetRow): DatasetInfo => ({
  id,
  digest,
  events,
  claims,
  sources,
  actors,
  places,
});

const datasetRow = (db: Reader, id: string): Promise<DatasetRow | undefined> =>
  db.selectFrom('dataset').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * Replaces a dataset by what the stream holds, in one transaction.
 *
 * @throws StoreError when a record names one that is not there, is given twice, belongs to another dataset
 * or cannot be read, or a redirect does not lead from where nothing is to a record; whatever the stream itself throws. The dataset is then as it was.
 */
export async function replaceDataset(
  { reader, write, dialect }: Engine,
  id: string,
  digest: string,
  items: Iterable<LedgerItem> | AsyncIterable<LedgerItem>,
): Promise<DatasetInfo> {
  // Without a lock: a start that has nothing to load does not wait for another process that does.
  const present = await datasetRow(reader, id);
  if (present?.digest === digest) return datasetInfo(present);
  return write(async (db) => {
    const before = await datasetRow(db, id);
    if (before?.digest === digest) return datasetInfo(before);
    const load = before === undefined ? await addDataset(db, id) : { dataset: before.key, number: before.load + 1 };
    const pause = fairly();
    const records = new RecordWriter(db, dialect, load);
    const redirects = new RedirectWriter(db, load.dataset);
    for await (const item of items) {
      if (item.type === 'redirect') redirects.add(item.value);
      else await records.add(item);
      await pause();
    }
    await records.finish();
    await redirects.finish();
    await settle(db, dialect, load, pause);
    const counts = await count(db, load.dataset);
    await db
      .updateTable('dataset')
      .set({ digest, load: load.number, ...counts })
      .where('key', '=', load.dataset)
      .execute();
    return { id, digest, ...counts };
  });
}

/**
 * Removes a dataset with all its records.
 *
 * @returns Whether there was one.
 * @throws StoreError when a record of another dataset names one of its records, or a redirect leads to one.
 */
export function removeDataset({ write, dialect }: Engine, id: string): Promise<boolean> {
  return write(async (db) => {
    const before = await datasetRow(db, id);
    if (before === undefined) return false;
    await new RedirectWriter(db, before.key).finish();
    await settle(db, dialect, { dataset: before.key, number: before.load + 1 }, fairly());
    await db.deleteFrom('dataset').where('key', '=', before.key).execute();
    return true;
  });
}

/** Derives everything anew when another build, with other rules, did so last. */
export async function deriveWithCurrentRules({ reader, write, dialect }: Engine): Promise<void> {
  const { derivation } = await reader.selectFrom('release').select('derivation').executeTakeFirstOrThrow();
  const current = derivationOf();
  if (derivation === current) return;
  await write(async (db) => {
    await db.updateTable('event').set({ stale: 1 }).execute();
    await deriveStale(db, dialect, fairly());
    await indexNames(db, dialect, fairly());
    await deriveChanges(db);
    await db.updateTable('release').set({ derivation: current }).execute();
  });
}

async function addDataset(db: Writer, id: string): Promise<Load> {
  const { highest } = await db
    .selectFrom('dataset')
    .select(({ fn }) => fn.max<number | null>('key').as('highest'))
    .executeTakeFirstOrThrow();
  const key = (highest ?? 0) + 1;
  const none = { events: 0, claims: 0, sources: 0, actors: 0, places: 0 };
  await db
    .insertInto('dataset')
    .values({ key, id, digest: '', load: 1, ...none })
    .execute();
  return { dataset: key, number: 1 };
}

/** The records of a dataset that stand. */
async function count(db: Writer, dataset: number): Promise<Omit<DatasetInfo, 'id' | 'digest'>> {
  const of = async (type: RecordType): Promise<number> => {
    const { n } = await db
      .selectFrom(type)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('dataset', '=', dataset)
      .where('stands', '=', 1)
      .executeTakeFirstOrThrow();
    return n;
  };
  return {
    events: await of('event'),
    claims: await of('claim'),
    sources: await of('source'),
    actors: await of('actor'),
    places: await of('place'),
  };
}

/** What follows from the records of a load: those left out go, references are checked, everything is derived. */
async function settle(db: Writer, dialect: Dialect, load: Load, pause: () => Promise<void>): Promise<void> {
  await markStale(db, load);
  const leftOut = await removeLeftOut(db, dialect, load);
  await checkReferences(db, load, leftOut);
  await checkRedirects(db);
  await closeOver(db, 'actor', 'part_of_id');
  await closeOver(db, 'place', 'within_id');
  await deriveStale(db, dialect, pause);
  await indexNames(db, dialect, pause, load);
  await deriveChanges(db);
}

/** Marks the events that a changed or left-out record belongs to. */
async function markStale(db: Writer, { dataset, number }: Load): Promise<void> {
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

/** @returns Whether there were any. */
async function removeLeftOut(db: Writer, dialect: Dialect, { dataset, number }: Load): Promise<boolean> {
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

/** Works out what stands above each actor, or around each place. A circle ends where it began. */
async function closeOver(db: Writer, type: 'actor' | 'place', column: 'part_of_id' | 'within_id'): Promise<void> {
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

/** Rows indexed together. */
const BATCH = 500;

/** Indexes the names of actors, places and sources; with a load, of those that it touched. */
async function indexNames(db: Writer, dialect: Dialect, pause: () => Promise<void>, load?: Load): Promise<void> {
  for (const type of ['actor', 'place'] as const) {
    await inPages(pause, async (after) => {
      const rows = await db
        .selectFrom(type)
        .select(['key', 'json'])
        .where('key', '>', after)
        .$if(load !== undefined, (query) => query.where(touched(type, load)))
        .orderBy('key')
        .limit(BATCH)
        .execute();
      const texts = rows.map(({ key, json }) => ({
        key,
        texts: [indexText(namesOf(JSON.parse(json) as Actor | Place))],
      }));
      await dialect.putText(db, `${type}_text`, texts);
      return rows.at(-1)?.key;
    });
  }
  await inPages(pause, async (after) => {
    const rows = await db
      .selectFrom('source')
      .innerJoin('actor as publisher', 'publisher.id', 'source.publisher_id')
      .leftJoin('actor as wire', 'wire.id', 'source.wire_id')
      .select(['source.key', 'source.json', 'publisher.json as publisher', 'wire.json as wire'])
      .where('source.key', '>', after)
      .$if(load !== undefined, (query) =>
        query.where((of) => of.or([touched('source', load), touched('publisher', load), touched('wire', load)])),
      )
      .orderBy('source.key')
      .limit(BATCH)
      .execute();
    const texts = rows.map(({ key, json, publisher, wire }) => {
      const publishers = [publisher, wire].flatMap((text) => (text === null ? [] : [JSON.parse(text) as Actor]));
      return { key, texts: [indexText(sourceTexts(JSON.parse(json) as Source, publishers))] };
    });
    await dialect.putText(db, 'source_text', texts);
    return rows.at(-1)?.key;
  });
}

const touched = (table: string, load: Load | undefined) =>
  sql<boolean>`(${sql.ref(`${table}.dataset`)} = ${load?.dataset} and ${sql.ref(`${table}.changed`)} = ${load?.number})`;

/** Asks for page after page, each after the key that the last one gave. */
async function inPages(
  pause: () => Promise<void>,
  page: (after: number) => Promise<number | undefined>,
): Promise<void> {
  for (let after = await page(0); after !== undefined; after = await page(after)) await pause();
}
