import { sql } from 'kysely';
import type { Dialect, Writer } from '../engine.ts';
import { type Batch, BatchReader, checkBatch, keysOf } from './batch.ts';
import { gather, type Gathered } from './gather.ts';
import { Questions } from './questions.ts';
import { isFirst, type Load } from './load.ts';
import { MOST_VALUES } from './rows.ts';

/** Tables whose rows are derived of an event, in which they are found by `event`. */
const OF_EVENT = [
  'event_claim',
  'event_party',
  'event_stance',
  'event_place',
  'event_within',
  'dossier_actor',
  'dossier_place',
  'event_source',
  'dossier_source',
  'piece_question',
  'piece',
  'summary',
] as const;
const OF_CLAIM = ['claim_actor', 'claim_question'] as const;

/**
 * Derives what is stored of every event that is marked as stale: its dossier, its pieces, its words.
 *
 * @param load The load that made them stale: of the events that a first load brought nothing is stored yet.
 * @throws StoreError when a claim or an event names an actor or a place that is not there, or holds what
 * cannot be read.
 */
export async function deriveStale(
  db: Writer,
  dialect: Dialect,
  pause: () => Promise<void>,
  load?: Load,
): Promise<void> {
  const questions = new Questions(db, dialect);
  const batches = new BatchReader(db);
  // Batches are read while others are worked out and written: two ahead, so that neither waits for the other.
  const reading = [batches.next(), batches.next()];
  for (let batch = await reading.shift(); batch !== undefined; batch = await reading.shift()) {
    reading.push(batches.next());
    await deriveBatch(db, dialect, batch, questions, pause, load);
  }
  await db.deleteFrom('stale').execute();
}

async function deriveBatch(
  db: Writer,
  dialect: Dialect,
  batch: Batch,
  questions: Questions,
  pause: () => Promise<void>,
  load: Load | undefined,
): Promise<void> {
  const keys = keysOf(batch);
  checkBatch(batch, keys);
  const gathered = await gather(batch, keys, pause);
  const isNew = await removeDerived(db, batch, load);
  await writeDerived(db, dialect, gathered, questions, isNew ? 'new' : undefined);
  await writeClaims(db, dialect, batch, gathered);
}

/**
 * Removes what was derived before; of what a first load brought, nothing was.
 *
 * @returns Whether there was nothing to remove.
 */
async function removeDerived(db: Writer, { events, claims }: Batch, load: Load | undefined): Promise<boolean> {
  const isNew = ({ dataset }: { dataset: number }): boolean =>
    load !== undefined && isFirst(load) && dataset === load.dataset;
  const old = events.filter((event) => !isNew(event));
  const oldIds = new Set<string>(old.map(({ value }) => value.id));
  await inSteps(
    old.map(({ key }) => key),
    async (some) => {
      for (const table of OF_EVENT) await db.deleteFrom(table).where('event', 'in', some).execute();
    },
  );
  // A claim about several events may have been derived with another one.
  const written = claims.filter(({ value }) => value.about.length > 1 || value.about.some((id) => oldIds.has(id)));
  await inSteps(
    written.map(({ key }) => key),
    async (some) => {
      for (const table of OF_CLAIM) await db.deleteFrom(table).where('claim', 'in', some).execute();
    },
  );
  return old.length === 0 && written.length === 0;
}

/** Does something with a list that may be longer than a statement binds. */
async function inSteps(keys: readonly number[], work: (some: readonly number[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < keys.length; at += MOST_VALUES) await work(keys.slice(at, at + MOST_VALUES));
}

/** Writes what was gathered of events, but for what stands in the rows of their claims. */
export async function writeDerived(
  db: Writer,
  dialect: Dialect,
  { rows, pending, eventWords, claimWords }: Gathered,
  questions: Questions,
  are: 'new' | undefined,
): Promise<void> {
  const keys = await questions.keysOf(new Set(pending.map(({ id }) => id)));
  for (const { table, id, row } of pending) rows.add(table, { question: keys.get(id), ...row } as never);
  await rows.insert(db, dialect);
  await dialect.putText(db, 'event_text', eventWords, are);
  await dialect.putText(db, 'claim_text', claimWords, are);
}

async function writeClaims(db: Writer, dialect: Dialect, batch: Batch, { claims }: Gathered): Promise<void> {
  const values = [...claims].flatMap(([key, { claimant, stands, known }]) => [key, claimant, stands, known]);
  await dialect.updateRows(db, { table: 'claim', columns: ['key', 'claimant', 'stands', 'known'], values });
  // Of a claim about several events, some may be in another batch.
  const several = batch.claims.filter(({ value }) => value.about.length > 1).map(({ key }) => key);
  await inSteps(several, async (some) => {
    await db
      .updateTable('claim')
      .set((query) => {
        const counted = query.selectFrom('event_claim').whereRef('event_claim.claim', '=', 'claim.key');
        return {
          stands: counted.select(({ fn }) =>
            sql<number>`case when ${fn.countAll()} > 0 then 1 else 0 end`.as('stands'),
          ),
          known: counted.select(({ fn }) => fn.coalesce(fn.min('known'), sql.val(Infinity)).as('known')),
        };
      })
      .where('key', 'in', some)
      .execute();
  });
}
