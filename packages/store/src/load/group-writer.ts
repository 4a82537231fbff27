import type { Actor, Claim, Place, RecordType, Source } from '@counterclaim/domain';
import type { Dialect, Writer } from '../engine.ts';
import type { ClaimRow, EventRow, SourceRow } from '../tables.ts';
import { indexText, sourceWords } from '../words.ts';
import { type Batch, checkBatch, type Keyed, keysOf, namesIn } from './batch.ts';
import { writeDerived } from './derive.ts';
import type { EventGroup, EventSpool } from './event-spool.ts';
import { gather, type Gathered } from './gather.ts';
import { KnownAbove } from './known-above.ts';
import type { Load } from './load.ts';
import { Questions } from './questions.ts';
import { addReferences, recordRow } from './record-row.ts';
import { Rows } from './rows.ts';
import { TakenKeys } from './taken-keys.ts';

/** Events written together: enough for few questions to the database, few enough to be forgotten before memory is tidied. */
const BATCH = 100;

/** Batches whose names are asked for before they are worked out: answers wait until what was sent before is written. */
const AHEAD = 4;

/** A batch, with the texts by which its records are kept. */
interface SpooledBatch extends Batch {
  readonly events: readonly (Batch['events'][number] & { readonly json: string })[];
  readonly sources: readonly (Keyed<Source> & { readonly json: string })[];
  readonly claims: readonly (Keyed<Claim> & { readonly json: string })[];
}

type Sorted = ReturnType<EventSpool['groups']>;

/**
 * Writes spooled events, with everything that is derived of them, in the order of their keys. Nothing is looked up but
 * names: of the dataset nothing is there yet. Its actors and places are written before.
 */
export class GroupWriter {
  readonly #db: Writer;
  readonly #dialect: Dialect;
  readonly #load: Load;
  readonly #actors: KnownAbove<Actor>;
  readonly #places: KnownAbove<Place>;
  readonly #questions: Questions;
  readonly #taken: TakenKeys;
  #lastKey = Number.MIN_SAFE_INTEGER;
  #nextSource = 0;
  #nextClaim = 0;
  #reading: Promise<SpooledBatch | undefined> = Promise.resolve(undefined);

  constructor(db: Writer, dialect: Dialect, load: Load) {
    this.#db = db;
    this.#dialect = dialect;
    this.#load = load;
    this.#actors = new KnownAbove(db, 'actor', ({ partOf }) => partOf);
    this.#places = new KnownAbove(db, 'place', ({ within }) => within);
    this.#questions = new Questions(db, dialect);
    this.#taken = new TakenKeys(db, load.dataset);
  }

  /** @throws StoreError when a record names an actor or a place that is not there, or cannot be read; DuplicateRow. */
  async write(groups: Sorted, pause: () => Promise<void>): Promise<void> {
    this.#nextSource = (await this.#highestKey('source')) + 1;
    this.#nextClaim = (await this.#highestKey('claim')) + 1;
    const reading = Array.from({ length: AHEAD }, () => this.#readNext(groups));
    try {
      for (let batch = await reading.shift(); batch !== undefined; batch = await reading.shift()) {
        reading.push(this.#readNext(groups));
        await this.#writeBatch(batch, pause);
      }
    } finally {
      // After a failure nothing is asked or read any more, by the time that whoever gave the groups is told.
      groups.return();
      await this.#reading.catch(() => undefined);
    }
  }

  /** The next batch, one after the other. */
  #readNext(groups: Sorted): Promise<SpooledBatch | undefined> {
    this.#reading = this.#reading.then(() => this.#next(groups));
    // Whoever waits for it is told.
    this.#reading.catch(() => undefined);
    return this.#reading;
  }

  async #next(groups: Sorted): Promise<SpooledBatch | undefined> {
    const some: { readonly wanted: number; readonly group: EventGroup }[] = [];
    for (let next = groups.next(); next.done !== true; next = groups.next()) {
      some.push(next.value);
      if (some.length === BATCH) break;
    }
    if (some.length === 0) return undefined;
    const events: SpooledBatch['events'][number][] = [];
    for (const { wanted, group } of some) {
      const key = await this.#taken.nextFree(Math.max(wanted, this.#lastKey + 1));
      this.#lastKey = key;
      events.push({ key, dataset: this.#load.dataset, ...group.event });
    }
    const sources = some
      .flatMap(({ group }) => group.sources)
      .map((source) => ({ key: this.#nextSource++, ...source }));
    const claims = some.flatMap(({ group }) => group.claims).map((claim) => ({ key: this.#nextClaim++, ...claim }));
    const named = namesIn(events, claims, sources);
    const actors = await this.#actors.of(named.actors);
    const places = await this.#places.of(named.places);
    return { events, claims, sources, actors, places };
  }

  async #highestKey(type: RecordType): Promise<number> {
    const { highest } = await this.#db
      .selectFrom(type)
      .select(({ fn }) => fn.max<number | null>('key').as('highest'))
      .executeTakeFirstOrThrow();
    return highest ?? 0;
  }

  async #writeBatch(batch: SpooledBatch, pause: () => Promise<void>): Promise<void> {
    const keys = keysOf(batch);
    checkBatch(batch, keys);
    const gathered = await gather(batch, keys, pause);
    await this.#writeRecords(batch, gathered);
    await writeDerived(this.#db, this.#dialect, gathered, this.#questions, 'new');
    const actors = new Map(batch.actors.map(({ value }) => [value.id, value]));
    const words = batch.sources.map(({ key, value }) => {
      const publishers = [value.publisher, value.wire].flatMap((id) =>
        id === undefined ? [] : (actors.get(id) ?? []),
      );
      return { key, texts: [indexText(sourceWords(value, publishers))] };
    });
    await this.#dialect.putText(this.#db, 'source_text', words, 'new');
  }

  async #writeRecords({ sources, events, claims }: SpooledBatch, gathered: Gathered): Promise<void> {
    const rows = new Rows();
    for (const { key, value, json } of sources) {
      rows.add('source', recordRow('source', value, key, this.#load, json) as SourceRow);
    }
    for (const { key, value, json } of events) {
      rows.add('event', recordRow('event', value, key, this.#load, json) as EventRow);
    }
    for (const { key, value, json } of claims) {
      const row = recordRow('claim', value, key, this.#load, json) as ClaimRow;
      rows.add('claim', { ...row, ...gathered.claims.get(key) });
      addReferences(rows, key, value);
    }
    await rows.insert(this.#db, this.#dialect);
  }
}
