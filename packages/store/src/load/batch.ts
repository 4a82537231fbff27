import {
  type Actor,
  actorsNamed,
  type Claim,
  type Event,
  type Place,
  placesNamed,
  type Source,
} from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Writer } from '../engine.ts';
import { KnownAbove } from './known-above.ts';
import { unresolved } from './references.ts';

/** Events derived together: one set of queries each. */
const BATCH = 200;

/** A record's value with the key of its row. */
export interface Keyed<Value> {
  readonly key: number;
  readonly value: Value;
}

const keysById = <Value extends { readonly id: string }>(records: readonly Keyed<Value>[]): Map<string, number> =>
  new Map(records.map(({ key, value }) => [value.id, key]));

/** Everything that a batch of events needs, read at once. */
export interface Batch {
  readonly events: readonly (Keyed<Event> & { readonly dataset: number })[];
  readonly claims: readonly Keyed<Claim>[];
  readonly sources: readonly Keyed<Source>[];
  readonly actors: readonly Keyed<Actor>[];
  readonly places: readonly Keyed<Place>[];
}

/** Keys of a batch's records by their ids. */
export type BatchKeys = Readonly<Record<'claims' | 'sources' | 'actors' | 'places', ReadonlyMap<string, number>>>;

export const keysOf = ({ claims, sources, actors, places }: Batch): BatchKeys => ({
  claims: keysById(claims),
  sources: keysById(sources),
  actors: keysById(actors),
  places: keysById(places),
});

/** Reads the events that are marked as stale, in the order of their keys, with all that they need. */
export class BatchReader {
  readonly #db: Writer;
  readonly #actors: KnownAbove<Actor>;
  readonly #places: KnownAbove<Place>;
  #after = Number.MIN_SAFE_INTEGER;
  #reading: Promise<Batch | undefined> = Promise.resolve(undefined);

  constructor(db: Writer) {
    this.#db = db;
    this.#actors = new KnownAbove(db, 'actor', ({ partOf }) => partOf);
    this.#places = new KnownAbove(db, 'place', ({ within }) => within);
  }

  /** The next of them, whatever else is being read; `undefined` when there is none. */
  next(): Promise<Batch | undefined> {
    this.#reading = this.#reading.then(() => this.#read());
    // Whoever waits for it is told.
    this.#reading.catch(() => undefined);
    return this.#reading;
  }

  async #read(): Promise<Batch | undefined> {
    // Events that were left out are marked too, and are gone: a batch of them alone must not be taken for the end.
    const next = sql`(select stale.event from stale join event on event.key = stale.event
      where stale.event > ${this.#after} order by stale.event limit ${BATCH}) as next`;
    const db = this.#db;
    const stale = await sql<{ key: number; dataset: number; json: string }>`
      select event.key, event.dataset, event.json from ${next} join event on event.key = next.event
      order by event.key`.execute(db);
    const events = stale.rows.map(({ key, dataset, json }) => ({ key, dataset, value: JSON.parse(json) as Event }));
    const last = events.at(-1);
    if (last === undefined) return undefined;
    this.#after = last.key;
    const about = await sql<KeyedJson>`
      select claim.key, claim.json from ${next} join event on event.key = next.event
      join claim_about as about on about.event_id = event.id join claim on claim.key = about.claim`.execute(db);
    const claims = parsed<Claim>(about.rows);
    const sourceIds = [...new Set(claims.map(({ value }) => value.source))];
    const sources = parsed<Source>(
      (
        await sql<KeyedJson>`
          select key, json from source where id in (${sql.join(sourceIds.length === 0 ? [null] : sourceIds)})`.execute(
          db,
        )
      ).rows,
    );
    const named = namesIn(events, claims, sources);
    return {
      events,
      claims,
      sources,
      actors: await this.#actors.of(named.actors),
      places: await this.#places.of(named.places),
    };
  }
}

/** Ids of the actors and places that records name. */
export function namesIn(events: Batch['events'], claims: Batch['claims'], sources: Batch['sources']) {
  const actors = new Set<string>();
  const places = new Set<string>();
  for (const { value } of events) for (const { place } of value.places) places.add(place);
  for (const { value } of claims) {
    for (const actor of actorsNamed(value)) actors.add(actor);
    for (const place of placesNamed(value.body)) places.add(place);
  }
  for (const { value } of sources) {
    actors.add(value.publisher);
    if (value.wire !== undefined) actors.add(value.wire);
  }
  return { actors, places };
}

interface KeyedJson {
  key: number;
  json: string;
}

/** Records that may come several times, each once: a claim about several events comes with each of them. */
function parsed<Value>(rows: readonly KeyedJson[]): Keyed<Value>[] {
  const found = new Map<number, Keyed<Value>>();
  for (const { key, json } of rows) if (!found.has(key)) found.set(key, { key, value: JSON.parse(json) as Value });
  return [...found.values()];
}

/** @throws StoreError when an event or a claim names an actor or a place that is not there. */
export function checkBatch({ events, claims }: Batch, { actors, places }: BatchKeys): void {
  for (const { value } of events) {
    for (const { place } of value.places) {
      if (!places.has(place)) throw unresolved('event', value.id, 'place', place);
    }
  }
  for (const { value } of claims) {
    for (const actor of actorsNamed(value)) {
      if (!actors.has(actor)) throw unresolved('claim', value.id, 'actor', actor);
    }
    for (const place of placesNamed(value.body)) {
      if (!places.has(place)) throw unresolved('claim', value.id, 'place', place);
    }
  }
}
