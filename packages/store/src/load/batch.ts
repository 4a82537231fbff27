import {
  type Actor,
  actorsNamed,
  type Claim,
  type Event,
  type Place,
  placesNamed,
  type Source,
} from '@counterclaim/domain';
import type { Writer } from '../engine.ts';
import { unresolved } from './references.ts';

/** Events derived together: one set of queries each. */
const BATCH = 50;

/** A record's value with the key of its row. */
export interface Keyed<Value> {
  readonly key: number;
  readonly value: Value;
}

const parse = <Value>(rows: readonly { key: number; json: string }[]): Keyed<Value>[] =>
  rows.map(({ key, json }) => ({ key, value: JSON.parse(json) as Value }));

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

/** Named actors with everything above them. */
async function actorsAbove(db: Writer, ids: ReadonlySet<string>): Promise<Keyed<Actor>[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('actor')
    .select(['key', 'json'])
    .where('key', 'in', (query) =>
      query
        .selectFrom('actor_above')
        .innerJoin('actor as named', 'named.key', 'actor_above.actor')
        .select('actor_above.above')
        .where('named.id', 'in', [...ids]),
    )
    .execute();
  return parse(rows);
}

async function placesAbove(db: Writer, ids: ReadonlySet<string>): Promise<Keyed<Place>[]> {
  if (ids.size === 0) return [];
  const rows = await db
    .selectFrom('place')
    .select(['key', 'json'])
    .where('key', 'in', (query) =>
      query
        .selectFrom('place_above')
        .innerJoin('place as named', 'named.key', 'place_above.place')
        .select('place_above.above')
        .where('named.id', 'in', [...ids]),
    )
    .execute();
  return parse(rows);
}

/** Reads the next events that are marked as stale, with all that they need; `undefined` when none is. */
export async function readBatch(db: Writer): Promise<Batch | undefined> {
  const stale = await db
    .selectFrom('event')
    .select(['key', 'dataset', 'json'])
    .where('stale', '=', 1)
    .orderBy('key')
    .limit(BATCH)
    .execute();
  const events = stale.map(({ key, dataset, json }) => ({ key, dataset, value: JSON.parse(json) as Event }));
  if (events.length === 0) return undefined;
  const claims = parse<Claim>(
    await db
      .selectFrom('claim')
      .select(['key', 'json'])
      .where('key', 'in', (query) =>
        query
          .selectFrom('claim_about')
          .select('claim')
          .where(
            'event_id',
            'in',
            events.map(({ value }) => value.id),
          ),
      )
      .execute(),
  );
  const sourceIds = new Set(claims.map(({ value }) => value.source));
  const sources =
    sourceIds.size === 0
      ? []
      : parse<Source>(
          await db
            .selectFrom('source')
            .select(['key', 'json'])
            .where('id', 'in', [...sourceIds])
            .execute(),
        );
  const actorIds = new Set<string>();
  const placeIds = new Set<string>();
  for (const { value } of events) for (const { place } of value.places) placeIds.add(place);
  for (const { value } of claims) {
    for (const actor of actorsNamed(value)) actorIds.add(actor);
    for (const place of placesNamed(value.body)) placeIds.add(place);
  }
  for (const { value } of sources) {
    actorIds.add(value.publisher);
    if (value.wire !== undefined) actorIds.add(value.wire);
  }
  return { events, claims, sources, actors: await actorsAbove(db, actorIds), places: await placesAbove(db, placeIds) };
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
