import { sql } from 'kysely';
import type { Dialect, Writer } from '../engine.ts';
import { type Batch, checkBatch, keysOf, readBatch } from './batch.ts';
import { gather, type Gathered } from './gather.ts';
import { Questions } from './questions.ts';
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
  'assessment',
  'piece_question',
  'piece',
  'summary',
] as const;
const OF_CLAIM = ['claim_actor', 'claim_question'] as const;

/**
 * Derives what is stored of every event that is marked as stale: its dossier, its pieces, its words.
 *
 * @throws StoreError when a claim or an event names an actor or a place that is not there, or holds what
 * cannot be read.
 */
export async function deriveStale(db: Writer, dialect: Dialect, pause: () => Promise<void>): Promise<void> {
  const questions = new Questions(db);
  for (let batch = await readBatch(db); batch !== undefined; batch = await readBatch(db)) {
    await deriveBatch(db, dialect, batch, questions);
    await pause();
  }
}

async function deriveBatch(db: Writer, dialect: Dialect, batch: Batch, questions: Questions): Promise<void> {
  const keys = keysOf(batch);
  checkBatch(batch, keys);
  const gathered = gather(batch, keys);
  const events = batch.events.map(({ key }) => key);
  // A subquery, because the claims of a batch may be more than a statement binds.
  const claims = db
    .selectFrom('claim_about')
    .select('claim')
    .where(
      'event_id',
      'in',
      batch.events.map(({ value }) => value.id),
    );
  for (const table of OF_EVENT) await db.deleteFrom(table).where('event', 'in', events).execute();
  for (const table of OF_CLAIM) await db.deleteFrom(table).where('claim', 'in', claims).execute();
  await writeRows(db, gathered, questions);
  await db.updateTable('claim').set({ claimant: null }).where('key', 'in', claims).execute();
  await writeClaimants(db, gathered);
  await db
    .updateTable('claim')
    .set((query) => {
      const counted = query.selectFrom('event_claim').whereRef('event_claim.claim', '=', 'claim.key');
      return {
        stands: counted.select(({ fn }) => sql<number>`case when ${fn.countAll()} > 0 then 1 else 0 end`.as('stands')),
        known: counted.select(({ fn }) => fn.coalesce(fn.min('known'), sql.val(Infinity)).as('known')),
      };
    })
    .where('key', 'in', claims)
    .execute();
  await dialect.putText(db, 'event_text', gathered.eventWords);
  await dialect.putText(db, 'claim_text', gathered.claimWords);
  await db.updateTable('event').set({ stale: 0 }).where('key', 'in', events).execute();
}

async function writeRows(db: Writer, { rows, pending }: Gathered, questions: Questions): Promise<void> {
  const keys = await questions.keysOf(new Set(pending.map(({ id }) => id)));
  for (const { table, id, row } of pending) rows.add(table, { question: keys.get(id), ...row } as never);
  await rows.write(db);
}

async function writeClaimants(db: Writer, { claimants }: Gathered): Promise<void> {
  for (const [claimant, claims] of claimants) {
    for (let at = 0; at < claims.length; at += MOST_VALUES) {
      const some = claims.slice(at, at + MOST_VALUES);
      await db.updateTable('claim').set({ claimant }).where('key', 'in', some).execute();
    }
  }
}
