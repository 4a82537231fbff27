import {
  type Actor,
  type ActorId,
  actorsNamed,
  type Claim,
  type ClaimId,
  type EventSummary,
  type Place,
  type PlaceId,
  placesNamed,
  type Source,
  type SourceId,
  wordsOf,
} from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Dialect, Reader } from '../engine.ts';
import type { ActorDetail, ClaimDetail, Page, PlaceDetail, SourceDetail } from '../answer.ts';
import type { PageRequest, SourceFilter } from '../filter.ts';
import { claimsInDocuments } from './claims.ts';
import { type Condition, given, recordsOf, where } from './conditions.ts';
import { pageOf } from './page.ts';

type Parsed = { readonly json: string };
const parse = <Value>({ json }: Parsed): Value => JSON.parse(json) as Value;

/** By name, then by id, without regard to the language of whoever asks. */
const byName = (a: Actor | Place, b: Actor | Place): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;

/** The record and those above it, nearest first; a circle ends where it began. */
function chainOf<Value extends { readonly id: string }>(
  start: Value,
  above: ReadonlyMap<string, Value>,
  next: (value: Value) => string | undefined,
): Value[] {
  const chain: Value[] = [];
  const seen = new Set([start.id]);
  for (let id = next(start); id !== undefined && !seen.has(id);) {
    const value = above.get(id);
    if (value === undefined) break;
    seen.add(id);
    chain.push(value);
    id = next(value);
  }
  return chain;
}

/** Claims without a position, of which only an excerpt was seen, stand at the end. */
function passageOrder(a: Claim, b: Claim): number {
  const at = ({ evidence }: Claim): [number, number] => {
    const first = 'passages' in evidence ? evidence.passages[0] : undefined;
    return first === undefined ? [Infinity, 0] : [first.paragraph, first.start];
  };
  const [paragraphA, startA] = at(a);
  const [paragraphB, startB] = at(b);
  if (paragraphA !== paragraphB) return paragraphA < paragraphB ? -1 : 1;
  return startA - startB || (a.id < b.id ? -1 : 1);
}

/** The conditions of a filter on `source`, words aside. */
function sourceConditions({ publisher, wire, language, kind }: Omit<SourceFilter, 'q'>, dialect: Dialect): Condition[] {
  const conditions: Condition[] = [];
  const field = (name: string) => dialect.fieldOf(sql.ref('source.json'), name);
  if (given(publisher)) conditions.push(sql`source.publisher_id in ${recordsOf('actor', publisher, 'id')}`);
  if (given(wire)) conditions.push(sql`source.wire_id in ${recordsOf('actor', wire, 'id')}`);
  if (given(language)) conditions.push(sql`${field('language')} in (${sql.join(language)})`);
  if (given(kind)) conditions.push(sql`${field('kind')} in (${sql.join(kind)})`);
  return conditions;
}

/** Reads records other than events. */
export function recordReader(db: Reader, dialect: Dialect) {
  const withDataset = async (
    type: 'actor' | 'place' | 'source' | 'claim',
    id: string,
  ): Promise<{ key: number; json: string; dataset: string } | undefined> => {
    const row = await db.selectFrom(type).select(['key', 'json', 'dataset']).where('id', '=', id).executeTakeFirst();
    if (row === undefined) return undefined;
    const { id: dataset } = await db
      .selectFrom('dataset')
      .select('id')
      .where('key', '=', row.dataset)
      .executeTakeFirstOrThrow();
    return { key: row.key, json: row.json, dataset };
  };

  /** Actors by id, with those above them, sorted by id. */
  async function actorsWithBodies(ids: Iterable<string>): Promise<Actor[]> {
    const named = [...new Set(ids)];
    if (named.length === 0) return [];
    const rows = await db
      .selectFrom('actor')
      .select('json')
      .where('key', 'in', (query) =>
        query
          .selectFrom('actor_above')
          .innerJoin('actor as named', 'named.key', 'actor_above.actor')
          .select('actor_above.above')
          .where('named.id', 'in', named),
      )
      .orderBy('id')
      .execute();
    return rows.map(parse<Actor>);
  }

  async function placesWithAround(ids: Iterable<string>): Promise<Place[]> {
    const named = [...new Set(ids)];
    if (named.length === 0) return [];
    const rows = await db
      .selectFrom('place')
      .select('json')
      .where('key', 'in', (query) =>
        query
          .selectFrom('place_above')
          .innerJoin('place as named', 'named.key', 'place_above.place')
          .select('place_above.above')
          .where('named.id', 'in', named),
      )
      .orderBy('id')
      .execute();
    return rows.map(parse<Place>);
  }

  /** What everything known says of events, in date order. */
  async function summariesOf(ids: Iterable<string>): Promise<EventSummary[]> {
    const named = [...new Set(ids)];
    if (named.length === 0) return [];
    const rows = await db
      .selectFrom('event')
      .innerJoin('piece', 'piece.event', 'event.key')
      .innerJoin('summary', (join) =>
        join.onRef('summary.event', '=', 'piece.event').onRef('summary.part', '=', 'piece.part'),
      )
      .select('summary.json')
      .where('event.id', 'in', named)
      .where('piece.latest', '=', 1)
      .orderBy('event.key')
      .execute();
    return rows.map(parse<EventSummary>);
  }

  async function withRecords(claims: readonly Claim[], sources: readonly Source[]) {
    const publishers = sources.flatMap(({ publisher, wire }) => (wire === undefined ? [publisher] : [publisher, wire]));
    return {
      actors: await actorsWithBodies([...claims.flatMap(actorsNamed), ...publishers]),
      places: await placesWithAround(claims.flatMap(({ body }) => placesNamed(body))),
      events: await summariesOf(claims.flatMap(({ about }) => about)),
    };
  }

  /** A page of records that stand, in the order of their ids; with `q`, of those whose names have words that begin with all of its words. */
  async function records<Value>(
    type: 'actor' | 'place' | 'source',
    { limit, after }: PageRequest,
    q: string | undefined,
    conditions: readonly Condition[] = [],
  ): Promise<Page<Value>> {
    const words = q === undefined ? [] : wordsOf(q);
    if (q !== undefined && words.length === 0 && q.trim() !== '') return { items: [] };
    const rows = await db
      .selectFrom(type)
      .select(['id', 'json'])
      .where('stands', '=', 1)
      .where(where(conditions))
      .$if(after !== undefined, (query) => query.where('id', '>', after?.id ?? ''))
      .$if(words.length > 0, (query) =>
        query.where(sql<boolean>`key in ${dialect.matching({ index: `${type}_text`, words, prefix: true })}`),
      )
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return pageOf(rows, limit, parse<Value>, ({ id }) => ({ key: 0, id }));
  }

  const partsOf = (type: 'actor' | 'place', column: 'part_of_id' | 'within_id', id: string): Promise<Parsed[]> =>
    db.selectFrom(type).select('json').where(sql.ref(column), '=', id).where('stands', '=', 1).execute();

  return {
    actors: (page: PageRequest, q?: string) => records<Actor>('actor', page, q),
    places: (page: PageRequest, q?: string, id?: readonly PlaceId[]) =>
      records<Place>('place', page, q, given(id) ? [sql`place.key in ${recordsOf('place', id)}`] : []),
    sources: ({ q, ...filter }: SourceFilter, page: PageRequest) =>
      records<Source>('source', page, q, sourceConditions(filter, dialect)),

    async actor(id: ActorId): Promise<ActorDetail | undefined> {
      const row = await withDataset('actor', id);
      if (row === undefined) return undefined;
      const actor = parse<Actor>(row);
      const above = new Map((await actorsWithBodies([id])).map((body) => [body.id as string, body]));
      const parts = await partsOf('actor', 'part_of_id', id);
      return {
        dataset: row.dataset,
        actor,
        bodies: chainOf(actor, above, ({ partOf }) => partOf),
        parts: parts.map(parse<Actor>).sort(byName),
      };
    },

    async place(id: PlaceId): Promise<PlaceDetail | undefined> {
      const row = await withDataset('place', id);
      if (row === undefined) return undefined;
      const place = parse<Place>(row);
      const around = new Map((await placesWithAround([id])).map((larger) => [larger.id as string, larger]));
      const parts = await partsOf('place', 'within_id', id);
      return {
        dataset: row.dataset,
        place,
        within: chainOf(place, around, ({ within }) => within),
        parts: parts.map(parse<Place>).sort(byName),
      };
    },

    async source(id: SourceId): Promise<SourceDetail | undefined> {
      const row = await withDataset('source', id);
      if (row === undefined) return undefined;
      const source = parse<Source>(row);
      const rows = await db
        .selectFrom('claim')
        .select('json')
        .where(sql<boolean>`key in ${claimsInDocuments(sql`(select ${id} as id)`)}`)
        .execute();
      const claims = rows.map(parse<Claim>).sort(passageOrder);
      return { dataset: row.dataset, source, claims, ...(await withRecords(claims, [source])) };
    },

    async claim(id: ClaimId): Promise<ClaimDetail | undefined> {
      const row = await withDataset('claim', id);
      if (row === undefined) return undefined;
      const claim = parse<Claim>(row);
      const { source: sourceId } = claim;
      const source = parse<Source>(
        await db.selectFrom('source').select('json').where('id', '=', sourceId).executeTakeFirstOrThrow(),
      );
      const related = await db
        .selectFrom('claim')
        .select('json')
        .where((of) =>
          of.or([
            of('key', 'in', (query) => query.selectFrom('claim_relation').select('claim').where('target_id', '=', id)),
            of('id', 'in', (query) =>
              query.selectFrom('claim_relation').select('target_id').where('claim', '=', row.key),
            ),
          ]),
        )
        .where('key', '<>', row.key)
        .orderBy('id')
        .execute();
      return {
        dataset: row.dataset,
        claim,
        source,
        ...(await withRecords([claim], [source])),
        related: related.map(parse<Claim>),
      };
    },
  };
}
