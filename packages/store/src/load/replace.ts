import type { LedgerItem, RecordType } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { DatasetInfo } from '../answer.ts';
import { derivationOf } from '../derivation.ts';
import { DuplicateRow } from '../duplicate-row.ts';
import type { Dialect, Engine, Reader, Writer } from '../engine.ts';
import type { ReplaceOptions } from '../store.ts';
import type { DatasetRow } from '../tables.ts';
import { deriveChanges } from './changes.ts';
import { closeOver } from './closure.ts';
import { deriveStale } from './derive.ts';
import { eventIdsOf, tellEventChanges } from './event-changes.ts';
import { EventSpool } from './event-spool.ts';
import { fairly } from './fairly.ts';
import { GroupWriter } from './group-writer.ts';
import { removeLeftOut } from './left-out.ts';
import { indexNames } from './names.ts';
import { isFirst, type Load } from './load.ts';
import { RECORD_TYPES } from './record-row.ts';
import { givenTwice, heldElsewhere, RecordWriter } from './records.ts';
import { checkRedirects, RedirectWriter } from './redirects.ts';
import { checkReferences } from './references.ts';
import { mark, markStale } from './stale.ts';

export const datasetInfo = ({ id, digest, events, claims, sources, actors, places }: DatasetRow): DatasetInfo => ({
  id,
  digest,
  events,
  claims,
  sources,
  actors,
  places,
});

/** Events from which a load changes what an engine knows of its tables. */
const MANY = 1_000;

const datasetRow = (db: Reader, id: string): Promise<DatasetRow | undefined> =>
  db.selectFrom('dataset').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * Replaces a dataset by what the stream holds, in one transaction.
 *
 * @throws StoreError when a record names one that is not there, is given twice, belongs to another dataset
 * or cannot be read, or a redirect does not lead from where nothing is to a record; whatever the stream itself throws. The dataset is then as it was.
 */
export async function replaceDataset(
  { primary, write, dialect }: Engine,
  id: string,
  digest: string,
  items: Iterable<LedgerItem> | AsyncIterable<LedgerItem | readonly LedgerItem[]>,
  { onEventChange, keep = true }: ReplaceOptions = {},
): Promise<DatasetInfo> {
  // Without a lock: a start that has nothing to load does not wait for another process that does.
  const present = await datasetRow(primary, id);
  if (present?.digest === digest) return datasetInfo(present);
  const replace = async (db: Writer, first: boolean): Promise<DatasetInfo> => {
    const before = await datasetRow(db, id);
    if (before?.digest === digest) return datasetInfo(before);
    if (before !== undefined && first) throw new NotFirst();
    const eventsBefore =
      before === undefined || onEventChange === undefined ? undefined : await eventIdsOf(db, before.key);
    const load = before === undefined ? await addDataset(db, id) : { dataset: before.key, number: before.load + 1 };
    await loadItems(db, dialect, load, items, async () => {
      if (eventsBefore === undefined || onEventChange === undefined) return;
      await tellEventChanges(db, load, eventsBefore, onEventChange);
    });
    const counts = await count(db, load.dataset);
    if (counts.events >= MANY) await dialect.loaded?.(db);
    await db
      .updateTable('dataset')
      .set({ digest, load: load.number, ...counts })
      .where('key', '=', load.dataset)
      .execute();
    if (!keep) throw new NotKept({ id, digest, ...counts });
    return { id, digest, ...counts };
  };
  try {
    return await (present === undefined ? writeFirst(write, replace) : write((db) => replace(db, false)));
  } catch (error) {
    if (error instanceof NotKept) return error.would;
    throw error instanceof DuplicateRow ? await explainDuplicate(primary, error) : error;
  }
}

/** A first release finds nothing that it could remove, unless another process brings one while this one waits for it. */
async function writeFirst(
  write: Engine['write'],
  replace: (db: Writer, first: boolean) => Promise<DatasetInfo>,
): Promise<DatasetInfo> {
  try {
    return await write((db) => replace(db, true), { addsAlone: true });
  } catch (error) {
    if (!(error instanceof NotFirst)) throw error;
    return write((db) => replace(db, false));
  }
}

/** Ends a transaction that was to bring a dataset's first release, where there is one by now. */
class NotFirst extends Error {}

/** Ends a transaction of which nothing is to be kept. */
class NotKept extends Error {
  readonly would: DatasetInfo;

  constructor(would: DatasetInfo) {
    super('nothing is kept');
    this.would = would;
  }
}

/**
 * Writes what the stream holds, and derives what follows from it.
 *
 * @param written Called when its records are written, but for those of a first load, and what it left out is still there.
 */
async function loadItems(
  db: Writer,
  dialect: Dialect,
  load: Load,
  items: Iterable<LedgerItem> | AsyncIterable<LedgerItem | readonly LedgerItem[]>,
  written: () => Promise<void>,
): Promise<void> {
  const pause = fairly();
  const records = new RecordWriter(db, dialect, load);
  const redirects = new RedirectWriter(db, load.dataset);
  let spool = isFirst(load) ? new EventSpool(dialect.spoolFolder) : undefined;
  /** What does not come event by event is written as it comes, what was spooled of it first. */
  const unspool = async (): Promise<void> => {
    for (const item of spool?.items() ?? []) await records.add(item);
    spool?.close();
    spool = undefined;
  };
  /** What is to be waited for; most records are not. */
  const take = (item: LedgerItem): Promise<void> | undefined => {
    if (item.type === 'redirect') redirects.add(item.value);
    else if (spool === undefined || item.type === 'actor' || item.type === 'place') return records.add(item);
    else if (!spool.add(item)) return unspool();
    return undefined;
  };
  try {
    for await (const given of items) {
      for (const item of 'type' in given ? [given] : given) {
        const taking = take(item);
        if (taking !== undefined) await taking;
      }
      await pause();
    }
    if (spool?.end() === false) await unspool();
    await records.finish();
    await redirects.finish();
    await written();
    await settle(db, dialect, load, pause, spool);
  } finally {
    spool?.close();
  }
}

/** A record whose id was taken: by another dataset, or else by this one's own. */
async function explainDuplicate(db: Reader, duplicate: DuplicateRow): Promise<Error> {
  const type = RECORD_TYPES.find((name) => name === duplicate.table);
  const { id } = duplicate;
  if (type === undefined || id === undefined) return duplicate;
  const held = await db
    .selectFrom(type)
    .innerJoin('dataset', 'dataset.key', `${type}.dataset`)
    .select('dataset.id as dataset')
    .where(`${type}.id`, '=', id)
    .executeTakeFirst();
  return held === undefined ? givenTwice(type, id) : heldElsewhere(type, id, held.dataset);
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
export async function deriveWithCurrentRules({ primary, write, dialect }: Engine): Promise<void> {
  const { derivation } = await primary.selectFrom('release').select('derivation').executeTakeFirstOrThrow();
  const current = derivationOf();
  if (derivation === current) return;
  await write(async (db) => {
    await mark(db, sql`select key from event`);
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

/**
 * What follows from the records of a load: those left out go, references are checked, everything is derived.
 *
 * @param spool The events of the load, with their documents and claims, where they are still to be written.
 */
async function settle(
  db: Writer,
  dialect: Dialect,
  load: Load,
  pause: () => Promise<void>,
  spool?: EventSpool,
): Promise<void> {
  await markStale(db, load);
  const leftOut = await removeLeftOut(db, dialect, load);
  await closeOver(db, 'actor', 'part_of_id');
  await closeOver(db, 'place', 'within_id');
  if (isFirst(load)) await dialect.filled?.(db, ['actor', 'actor_above', 'place', 'place_above']);
  if (spool !== undefined) await writeGroups(db, dialect, load, spool, pause);
  await checkReferences(db, load, leftOut, spool === undefined);
  await checkRedirects(db);
  await deriveStale(db, dialect, pause, load);
  await indexNames(db, dialect, pause, load, spool === undefined);
  await deriveChanges(db);
}

async function writeGroups(
  db: Writer,
  dialect: Dialect,
  load: Load,
  spool: EventSpool,
  pause: () => Promise<void>,
): Promise<void> {
  const write = (): Promise<void> => new GroupWriter(db, dialect, load).write(spool.groups(), pause);
  const later = dialect.indexingAfterwards;
  if (later === undefined || spool.size < MANY) return write();
  // An index is built of all rows of its table: of a large one, that costs more than some rows more.
  const { held } = await db
    .selectFrom('dataset')
    .select(({ fn }) => fn.sum<number | null>('events').as('held'))
    .executeTakeFirstOrThrow();
  return spool.size < (held ?? 0) ? write() : later(db, write);
}
