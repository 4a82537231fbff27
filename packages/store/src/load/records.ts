import type { Claim, Event, RecordType } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Dialect, Writer } from '../engine.ts';
import { StoreError } from '../store-error.ts';
import type { RecordRow } from '../tables.ts';
import { isFirst, type Load } from './load.ts';
import { addReferences, RECORD_TYPES, type RecordItem, recordRow, type Value, wantedKey } from './record-row.ts';
import { Rows } from './rows.ts';
import { mark } from './stale.ts';

/** Records gathered before they are written together. */
const BATCH = 500;

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
  /** The batch that is being written while the next is gathered. */
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Writer, dialect: Dialect, load: Load) {
    this.#db = db;
    this.#dialect = dialect;
    this.#load = load;
  }

  /** @throws StoreError, DuplicateRow: for this record, or for one that was added before. */
  async add({ type, value }: RecordItem): Promise<void> {
    const waiting = this.#waiting[type];
    if (waiting.has(value.id)) throw givenTwice(type, value.id);
    waiting.set(value.id, value);
    if (waiting.size >= BATCH) await this.#flush(type);
  }

  async finish(): Promise<void> {
    for (const type of RECORD_TYPES) await this.#flush(type);
    await this.#writing;
  }

  async #flush(type: RecordType): Promise<void> {
    await this.#writing;
    const values = [...this.#waiting[type].values()];
    this.#waiting[type].clear();
    this.#writing = this.#write(type, values);
    // Whoever waits for it next is told.
    this.#writing.catch(() => undefined);
  }

  async #write(type: RecordType, values: readonly Value[]): Promise<void> {
    if (values.length === 0) return;
    const { dataset, number } = this.#load;
    const present = await this.#present(type, values);
    const taken = type === 'event' ? await this.#takenKeys(values as readonly Event[]) : new Set<number>();
    const added: RecordRow[] = [];
    const altered: RecordRow[] = [];
    const same: number[] = [];
    const references = new Rows();
    for (const value of values) {
      const before = present.get(value.id);
      const json = JSON.stringify(value);
      if (before !== undefined && before.dataset !== dataset)
        throw heldElsewhere(type, value.id, await this.#datasetName(before.dataset));
      if (before?.load === number) throw givenTwice(type, value.id);
      if (before?.json === json) {
        same.push(before.key);
        continue;
      }
      const key = await this.#key(type, value, before?.key, taken);
      const row = recordRow(type, value, key, this.#load, json);
      if (type === 'claim') addReferences(references, key, value as Claim);
      if (before?.key === key) {
        altered.push(row);
        continue;
      }
      if (before !== undefined) await this.#remove(type, before.key);
      added.push(row);
    }
    if (same.length > 0) {
      await this.#db.updateTable(type).set({ load: number }).where('key', 'in', same).execute();
    }
    if (type === 'claim') await this.#forget(altered.map(({ key }) => key));
    await this.#alter(type, altered);
    const records = new Rows();
    for (const row of added) records.add(type, row as never);
    await records.insert(this.#db, this.#dialect);
    await references.insert(this.#db, this.#dialect);
  }

  /** The rows that records already have, by id. A first load finds out as it writes: none of its dataset is there. */
  async #present(type: RecordType, values: readonly Value[]): Promise<ReadonlyMap<string, Present>> {
    if (isFirst(this.#load)) return new Map();
    const found = await this.#db
      .selectFrom(type)
      .select(['key', 'id', 'dataset', 'load', 'json'])
      .where(
        'id',
        'in',
        values.map(({ id }) => id),
      )
      .execute();
    return new Map(found.map((row) => [row.id, row]));
  }

  /** Of the keys that these events would have, those that are in use. */
  async #takenKeys(events: readonly Event[]): Promise<Set<number>> {
    const wanted = events.map(wantedKey);
    const rows = await this.#db.selectFrom('event').select('key').where('key', 'in', wanted).execute();
    return new Set(rows.map(({ key }) => key));
  }

  async #alter(type: RecordType, rows: readonly RecordRow[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first) as (keyof RecordRow)[];
    const values = rows.flatMap((row) => columns.map((column) => row[column]));
    await this.#dialect.updateRows(this.#db, { table: type, columns, values });
  }

  /** What claims that changed said they are about: those events must be derived anew as well. */
  async #forget(claims: readonly number[]): Promise<void> {
    if (claims.length === 0) return;
    await mark(
      this.#db,
      sql`select key from event where id in (select event_id from claim_about where claim in (${sql.join(claims)}))`,
    );
    for (const table of ['event_claim', 'claim_about', 'claim_relation'] as const) {
      await this.#db.deleteFrom(table).where('claim', 'in', claims).execute();
    }
  }

  /** An event whose time changed gives its key up. */
  async #remove(type: RecordType, key: number): Promise<void> {
    await this.#db.deleteFrom(type).where('key', '=', key).execute();
    if (type === 'event') await this.#dialect.removeText(this.#db, 'event_text', [key]);
  }

  async #key(type: RecordType, value: Value, before: number | undefined, taken: Set<number>): Promise<number> {
    if (type === 'event') return this.#eventKey(value as Event, before, taken);
    if (before !== undefined) return before;
    const next = this.#nextKey.get(type) ?? (await this.#highestKey(type)) + 1;
    this.#nextKey.set(type, next + 1);
    return next;
  }

  async #eventKey(event: Event, before: number | undefined, taken: Set<number>): Promise<number> {
    const wanted = wantedKey(event);
    for (let key = wanted; ; key += 1) {
      if (key === before) return key;
      if (taken.has(key) || (key !== wanted && !(await this.#isFree(key)))) continue;
      taken.add(key);
      return key;
    }
  }

  async #isFree(key: number): Promise<boolean> {
    const holder = await this.#db.selectFrom('event').select('key').where('key', '=', key).executeTakeFirst();
    return holder === undefined;
  }

  async #highestKey(type: RecordType): Promise<number> {
    const { highest } = await this.#db
      .selectFrom(type)
      .select(({ fn }) => fn.max<number | null>('key').as('highest'))
      .executeTakeFirstOrThrow();
    return highest ?? 0;
  }

  async #datasetName(key: number): Promise<string> {
    const { id } = await this.#db.selectFrom('dataset').select('id').where('key', '=', key).executeTakeFirstOrThrow();
    return id;
  }
}

type Present = Pick<RecordRow, 'key' | 'id' | 'dataset' | 'load' | 'json'>;

export const givenTwice = (type: string, id: string): StoreError =>
  new StoreError('conflict', `${type} ${id} is given twice: remove one of the two, or give it another id.`);

export const heldElsewhere = (type: string, id: string, dataset: string): StoreError =>
  new StoreError(
    'conflict',
    `${type} ${id} belongs to the dataset ${dataset} already: leave it out and refer to that one, or give this one another id.`,
  );
