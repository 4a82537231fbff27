import type { Claim, Event, LedgerItem, RecordType } from '@counterclaim/domain';
import type { Updateable } from 'kysely';
import type { Dialect, Writer } from '../engine.ts';
import { longitudeReach } from '../geography.ts';
import { type EventClock, eventClock, eventKey } from '../sort-key.ts';
import { StoreError } from '../store-error.ts';
import type { ActorRow, ClaimRow, EventRow, PlaceRow, RecordRow, SourceRow, Tables } from '../tables.ts';

type RecordItem = Extract<LedgerItem, { type: RecordType }>;
type Value = RecordItem['value'];
type ItemOf<Type extends RecordType> = Extract<LedgerItem, { type: Type }>['value'];

/** In an order in which each record comes after those it names. */
export const RECORD_TYPES = ['actor', 'place', 'source', 'event', 'claim'] as const satisfies readonly RecordType[];

interface RowOf {
  actor: ActorRow;
  place: PlaceRow;
  source: SourceRow;
  event: EventRow;
  claim: ClaimRow;
}

/** The columns of a record's row that are read from the record itself. */
type OwnColumns<Type extends RecordType> = Omit<RowOf[Type], keyof RecordRow>;

const columnsOf: { [Type in RecordType]: (value: ItemOf<Type>) => OwnColumns<Type> } = {
  actor: ({ name, partOf }) => ({ label: name, part_of_id: partOf ?? null }),
  place: ({ name, within, geometry, radiusKm }) => ({
    label: name,
    within_id: within ?? null,
    longitude: geometry.type === 'point' ? geometry.longitude : null,
    latitude: geometry.type === 'point' ? geometry.latitude : null,
    radius_km: radiusKm ?? null,
    reach: geometry.type === 'point' ? longitudeReach(geometry.latitude, radiusKm ?? 0) : null,
  }),
  source: ({ title, publisher, wire }) => ({ label: title, publisher_id: publisher, wire_id: wire ?? null }),
  event: ({ partOf }) => ({ part_of_id: partOf ?? null, stale: 1 }),
  claim: ({ source, body }) => ({
    source_id: source,
    kind: body.kind,
    stance: body.kind === 'responsibility' ? body.stance : null,
    // Known once its events are derived.
    claimant: null,
    known: Infinity,
  }),
};

/** Records gathered before they are written together. */
const BATCH = 200;

/** One load of a dataset: its key, and how many there have been. */
export interface Load {
  readonly dataset: number;
  readonly number: number;
}

/**
 * Writes a stream of records, whatever their order. A record that the dataset already holds keeps its
 * key, unless it is an event whose time changed; one that is the same as before is only marked as seen.
 */
export class RecordWriter {
  readonly #db: Writer;
  readonly #dialect: Dialect;
  readonly #load: Load;
  readonly #waiting: Record<RecordType, Map<string, Value>> = {
    actor: new Map(),
    place: new Map(),
    source: new Map(),
    event: new Map(),
    claim: new Map(),
  };
  readonly #nextKey = new Map<RecordType, number>();

  constructor(db: Writer, dialect: Dialect, load: Load) {
    this.#db = db;
    this.#dialect = dialect;
    this.#load = load;
  }

  async add({ type, value }: RecordItem): Promise<void> {
    const waiting = this.#waiting[type];
    if (waiting.has(value.id)) throw givenTwice(type, value.id);
    waiting.set(value.id, value);
    if (waiting.size >= BATCH) await this.#write(type);
  }

  async finish(): Promise<void> {
    for (const type of RECORD_TYPES) await this.#write(type);
  }

  async #write(type: RecordType): Promise<void> {
    const waiting = this.#waiting[type];
    if (waiting.size === 0) return;
    const { dataset, number } = this.#load;
    const found = await this.#db
      .selectFrom(type)
      .select(['key', 'id', 'dataset', 'load', 'json'])
      .where('id', 'in', [...waiting.keys()])
      .execute();
    const present = new Map(found.map((row) => [row.id, row]));
    const added: RecordRow[] = [];
    const altered: RecordRow[] = [];
    const same: number[] = [];
    const taken = new Set<number>();
    for (const value of waiting.values()) {
      const before = present.get(value.id);
      const json = JSON.stringify(value);
      if (before !== undefined && before.dataset !== dataset)
        throw await this.#heldElsewhere(type, value.id, before.dataset);
      if (before?.load === number) throw givenTwice(type, value.id);
      if (before?.json === json) {
        same.push(before.key);
        continue;
      }
      const own = ownColumns(type, value);
      const key = await this.#key(type, value, before?.key, taken);
      taken.add(key);
      const row = { key, id: value.id, dataset, load: number, changed: number, ...editorial(value), json, ...own };
      if (before?.key === key) {
        altered.push(row);
        continue;
      }
      if (before !== undefined) await this.#remove(type, before.key);
      added.push(row);
    }
    waiting.clear();
    if (same.length > 0) {
      await this.#db.updateTable(type).set({ load: number }).where('key', 'in', same).execute();
    }
    for (const row of altered) await this.#alter(type, row);
    if (added.length > 0) {
      await this.#db.insertInto(type).values(added).execute();
    }
    if (type === 'claim') await this.#writeReferences([...altered, ...added]);
  }

  async #alter(type: RecordType, { key, ...columns }: RecordRow): Promise<void> {
    if (type === 'claim') {
      // Events that it is about no longer must be derived anew as well.
      await this.#db
        .updateTable('event')
        .set({ stale: 1 })
        .where('id', 'in', (query) => query.selectFrom('claim_about').select('event_id').where('claim', '=', key))
        .execute();
      await this.#db.deleteFrom('event_claim').where('claim', '=', key).execute();
      await this.#db.deleteFrom('claim_about').where('claim', '=', key).execute();
      await this.#db.deleteFrom('claim_relation').where('claim', '=', key).execute();
    }
    await this.#db
      .updateTable(type)
      .set(columns as Updateable<Tables[RecordType]>)
      .where('key', '=', key)
      .execute();
  }

  /** An event whose time changed gives its key up. */
  async #remove(type: RecordType, key: number): Promise<void> {
    await this.#db.deleteFrom(type).where('key', '=', key).execute();
    if (type === 'event') await this.#dialect.removeText(this.#db, 'event_text', [key]);
  }

  async #key(type: RecordType, value: Value, before: number | undefined, taken: ReadonlySet<number>): Promise<number> {
    if (type === 'event') return this.#eventKey(value as Event, before, taken);
    if (before !== undefined) return before;
    const next = this.#nextKey.get(type) ?? (await this.#highestKey(type)) + 1;
    this.#nextKey.set(type, next + 1);
    return next;
  }

  async #eventKey(event: Event, before: number | undefined, taken: ReadonlySet<number>): Promise<number> {
    for (let key = eventKey(event.id, clockOf(event).starts); ; key += 1) {
      if (key === before) return key;
      if (taken.has(key)) continue;
      const holder = await this.#db.selectFrom('event').select('key').where('key', '=', key).executeTakeFirst();
      if (holder === undefined) return key;
    }
  }

  async #highestKey(type: RecordType): Promise<number> {
    const { highest } = await this.#db
      .selectFrom(type)
      .select(({ fn }) => fn.max<number | null>('key').as('highest'))
      .executeTakeFirstOrThrow();
    return highest ?? 0;
  }

  async #writeReferences(rows: readonly RecordRow[]): Promise<void> {
    const about: Tables['claim_about'][] = [];
    const relations: Tables['claim_relation'][] = [];
    for (const { key, json } of rows) {
      const claim = JSON.parse(json) as Claim;
      for (const event of new Set(claim.about)) about.push({ event_id: event, claim: key });
      for (const [relation, targets] of Object.entries(claim.relations ?? {})) {
        for (const target of new Set<string>([targets ?? []].flat()))
          relations.push({ target_id: target, claim: key, relation });
      }
    }
    if (about.length > 0) await this.#db.insertInto('claim_about').values(about).execute();
    if (relations.length > 0) await this.#db.insertInto('claim_relation').values(relations).execute();
  }

  async #heldElsewhere(type: RecordType, id: string, dataset: number): Promise<StoreError> {
    const { id: other } = await this.#db
      .selectFrom('dataset')
      .select('id')
      .where('key', '=', dataset)
      .executeTakeFirstOrThrow();
    return new StoreError(
      'conflict',
      `${type} ${id} belongs to the dataset ${other} already: leave it out and refer to that one, or give this one another id.`,
    );
  }
}

function clockOf(event: Event): EventClock {
  try {
    return eventClock(event);
  } catch (error) {
    throw invalid('event', event.id, error);
  }
}

/** Whether a claim stands is known for good once its events are derived. */
const editorial = ({ corrections, retracted }: Value): Pick<RecordRow, 'stands' | 'edited'> => ({
  stands: retracted === undefined ? 1 : 0,
  edited: corrections === undefined && retracted === undefined ? 0 : 1,
});

const ownColumns = (type: RecordType, value: Value): OwnColumns<RecordType> =>
  (columnsOf[type] as (value: Value) => OwnColumns<RecordType>)(value);

const givenTwice = (type: RecordType, id: string): StoreError =>
  new StoreError('conflict', `${type} ${id} is given twice: remove one of the two, or give it another id.`);

/** A record holds something that cannot be read, such as a date that does not exist. */
export const invalid = (type: RecordType, id: string, error: unknown): StoreError =>
  new StoreError(
    'invalid',
    `${type} ${id} cannot be read: ${error instanceof Error ? error.message : String(error)}; correct the record.`,
    { cause: error },
  );
