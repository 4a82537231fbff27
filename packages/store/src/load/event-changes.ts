import type { EventId } from '@counterclaim/domain';
import type { Writer } from '../engine.ts';
import type { EventChange } from '../store.ts';
import type { Load } from './load.ts';

/** Rows read at once. */
const BATCH = 5_000;

interface EventSeen {
  readonly id: string;
  readonly load: number;
  readonly changed: number;
}

/** The events of a dataset in the order of their ids, some at a time. */
async function* eventsOf(db: Writer, dataset: number): AsyncGenerator<readonly EventSeen[], void, undefined> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const rows: EventSeen[] = await db
      .selectFrom('event')
      .select(['id', 'load', 'changed'])
      .where('dataset', '=', dataset)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    yield rows;
    after = rows.at(-1)?.id;
  }
}

/** Ids of the events of a dataset, before a load: by them it is told which are new. */
export async function eventIdsOf(db: Writer, dataset: number): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const rows of eventsOf(db, dataset)) for (const { id } of rows) ids.add(id);
  return ids;
}

/** Of the events from one id to another, those about which a load added, changed or left out a claim. */
async function eventsOfChangedClaims(
  db: Writer,
  { dataset, number }: Load,
  first: string,
  last: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('claim_about')
    .innerJoin('claim', 'claim.key', 'claim_about.claim')
    .select('claim_about.event_id as id')
    .distinct()
    .where('claim_about.event_id', '>=', first)
    .where('claim_about.event_id', '<=', last)
    .where('claim.dataset', '=', dataset)
    .where((where) => where.or([where('claim.changed', '=', number), where('claim.load', '<>', number)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Tells what a load did to the events of its dataset, in the order of their ids: when its records are written, and those that
 * it left out are still there.
 *
 * @param before The ids of its events before.
 */
export async function tellEventChanges(
  db: Writer,
  load: Load,
  before: ReadonlySet<string>,
  told: (id: EventId, change: EventChange) => void,
): Promise<void> {
  for await (const rows of eventsOf(db, load.dataset)) {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    const touched = await eventsOfChangedClaims(db, load, first.id, last.id);
    for (const { id, load: seen, changed } of rows) {
      if (seen !== load.number) told(id as EventId, 'removed');
      else if (!before.has(id)) told(id as EventId, 'added');
      else if (changed === load.number || touched.has(id)) told(id as EventId, 'changed');
    }
  }
}
