import type { Actor, Claim, Place, RecordType, Source } from '@counterclaim/domain';
import type { Dialect, Writer } from '../engine.ts';
import type { ClaimRow, EventRow, SourceRow } from '../tables.ts';
import { indexText, sourceWords } from '../words.ts';
import { type Batch, checkBatch, type Keyed, keysOf, namesIn } from './batch.ts';
import { writeDerived } from './derive.ts';
import type { EventSpool } from './event-spool.ts';
import { gather, type Gathered } from './gather.ts';
import { KnownAbove } from './known-above.ts';
import type { Load } from './load.ts';
import { Questions } from './questions.ts';
import { addReferences, recordRow } from './record-row.ts';
import { Rows } from './rows.ts';
import { TakenKeys } from './taken-keys.ts';

/** Events written together: enough for few questions to the database, few enough to be forgotten before memory is tidied. */
const BATCH = 100;

/** Events whose names are asked for at once, before they are worked out: answers wait until what was sent before is written. */
const NAMED_TOGETHER = 4 * BATCH;

/** A batch, with the texts by which its records are kept. */
interface SpooledBatch extends Batch {
  readonly events: readonly (Batch['events'][number] & { readonly json: string })[];
  readonly sources: readonly (Keyed<Source> & { readonly json: string })[];
  readonly claims: readonly (Keyed<Claim> & { readonly json: string })[];
}

/** A batch before the names in it are known. */
type Unnamed = Omit<SpooledBatch, 'actors' | 'places'>;

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
    let reading = this.#next(groups, pause);
    try {
      for (let batches = await reading; batches.length > 0; batches = await reading) {
        reading = this.#next(groups, pause);
        // Whoever waits for it is told.
        reading.catch(() => undefined);
        for (const batch of batches) await this.#writeBatch(batch, pause);
      }
    } finally {
      // After a failure nothing is asked or read any more, by the time that whoever gave the groups is told.
      groups.return();
      await reading.catch(() => undefined);
    }
  }

  /** The next batches; none at the end. */
  async #next(groups: Sorted, pause: () => Promise<void>): Promise<readonly SpooledBatch[]> {
    const parts: { readonly part: Unnamed; readonly names: ReturnType<typeof namesIn> }[] = [];
    for (let count = 0; count < NAMED_TOGETHER; count += BATCH) {
      const part = await this.#nextPart(groups, pause);
      if (part.events.length === 0) break;
      parts.push({ part, names: namesIn(part.events, part.claims, part.sources) });
    }
    await this.#actors.of(new Set(parts.flatMap(({ names }) => [...names.actors])));
    await this.#places.of(new Set(parts.flatMap(({ names }) => [...names.places])));
    const batches: SpooledBatch[] = [];
    for (const { part, names } of parts) {
      const actors = await this.#actors.of(names.actors);
      batches.push({ ...part, actors, places: await this.#places.of(names.places) });
    }
    return batches;
  }

  /** The next events of one batch, with their documents and claims. */
  async #nextPart(groups: Sorted, pause: () => Promise<void>): Promise<Unnamed> {
    const events: SpooledBatch['events'][number][] = [];
    const sources: SpooledBatch['sources'][number][] = [];
    const claims: SpooledBatch['claims'][number][] = [];
    while (events.length < BATCH) {
      const next = groups.next();
      if (next.done === true) break;
      const { wanted, group } = next.value;
      const key = await this.#taken.nextFree(Math.max(wanted, this.#lastKey + 1));
      this.#lastKey = key;
      events.push({ key, dataset: this.#load.dataset, ...group.event });
      for (const source of group.sources) sources.push({ key: this.#nextSource++, ...source });
      for (const claim of group.claims) claims.push({ key: this.#nextClaim++, ...claim });
      await pause();
    }
    return { events, sources, claims };
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
