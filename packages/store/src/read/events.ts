import { type EventSummary, wordsOf } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { EventLine } from '../column-source.ts';
import type { Dialect, Reader } from '../engine.ts';
import { firstKeyOf, LONG } from '../sort-key.ts';
import type { ListedEvent, Page } from '../answer.ts';
import type { EventFilter, EventSort, PageRequest, Position } from '../filter.ts';
import { type Beginning, beginningOf, beginningWithWords } from './beginning.ts';
import { type Condition, where } from './conditions.ts';
import { criteriaOf } from './event-filter.ts';
import { pageOf } from './page.ts';

interface Row {
  event: number;
  sort_key: number;
  id: string;
  dataset: string;
  json: string;
}

interface Order {
  /** Column of `piece`; ties are ordered by `event`. */
  readonly column: 'event' | 'killed_key' | 'known_key';
  readonly descending: boolean;
}

const ORDERS: Readonly<Record<EventSort, Order>> = {
  date: { column: 'event', descending: false },
  '-date': { column: 'event', descending: true },
  killed: { column: 'killed_key', descending: false },
  '-killed': { column: 'killed_key', descending: true },
  known: { column: 'known_key', descending: false },
  '-known': { column: 'known_key', descending: true },
};

/** Where the list goes on. The key of the event itself breaks ties; one that is gone leaves its ties out. */
function beyond({ column, descending }: Order, event: Beginning['event'], after: Position | undefined): Condition[] {
  if (after === undefined) return [];
  const compare = sql.raw(descending ? '<' : '>');
  if (column === 'event') return [sql`${sql.ref(event)} ${compare} ${after.key}`];
  const gone = descending ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  const last = sql`coalesce((select key from event where id = ${after.id}), ${gone})`;
  return [sql`(${sql.ref(`piece.${column}`)}, piece.event) ${compare} (${after.key}, ${last})`];
}

/**
 * The stretches of the list that are read one after another, or side by side where they share a rank. Numbers sorted upwards
 * end with the events that have none, whose keys are below zero. A date is looked for among the keys of its days,
 * and apart from those among the events that last long.
 */
function stretchesOf({ column, descending }: Order, { date }: EventFilter, after: Position | undefined): Stretch[] {
  const all = { rank: 0, within: sql<boolean>`1 = 1` };
  if (column !== 'event') {
    if (descending) return [all];
    const key = sql.ref(`piece.${column}`);
    const without = { rank: 1, within: sql<boolean>`${key} < 0` };
    return after !== undefined && after.key < 0 ? [without] : [{ rank: 0, within: sql`${key} >= 0` }, without];
  }
  if (date === undefined) return [all];
  const before = sql<boolean>`piece.event < ${firstKeyOf(date.end) + KEYS_OF_A_DAY}`;
  return [
    { rank: 0, within: sql`${before} and piece.long = 0 and piece.event >= ${firstKeyOf(date.start - LONG)}` },
    { rank: 0, within: sql`${before} and piece.long = 1` },
  ];
}

/** Keys of one day: the end of a span is looked for in its whole day. */
const KEYS_OF_A_DAY = 2 ** 32;

interface Stretch {
  readonly rank: number;
  readonly within: Condition;
}

/** Reads lists of events. */
export function eventsReader(db: Reader, dialect: Dialect, most: number) {
  async function beginning(filter: EventFilter, { column }: Order): Promise<Beginning> {
    const criteria = criteriaOf(filter, dialect);
    const begin = await beginningOf(db, criteria, most);
    const words = wordsOf(filter.q ?? '');
    if (begin.few || words.length === 0 || column !== 'event') return begin;
    return beginningWithWords(dialect.matching({ index: 'event_text', words }), criteria);
  }

  return async function events(
    filter: EventFilter,
    sort: EventSort,
    { limit, after }: PageRequest,
  ): Promise<Page<ListedEvent>> {
    const order = ORDERS[sort];
    const begin = await beginning(filter, order);
    const direction = sql.raw(order.descending ? 'desc' : 'asc');
    const key = sql.ref(`piece.${order.column}`);
    const stretches = stretchesOf(order, filter, after).map(
      ({ rank, within }) => sql`
        select * from (
          select ${sql.lit(rank)} as rank, ${key} as sort_key, piece.event, piece.part
          from ${begin.from}
          where ${where([within, ...beyond(order, begin.event, rank === 0 ? after : afterAll(after)), ...begin.conditions])}
          order by ${order.column === 'event' ? sql.ref(begin.event) : sql`${key} ${direction}, piece.event`} ${direction}
          limit ${limit + 1}
        ) as stretch`,
    );
    const { rows } = await sql<Row>`
      select listed.sort_key, listed.event, event.id, dataset.id as dataset, summary.json
      from (
        ${sql.join(stretches, sql` union all `)}
        order by rank, sort_key ${direction}, event ${direction}
        limit ${limit + 1}
      ) as listed
      join event on event.key = listed.event
      join dataset on dataset.key = event.dataset
      join summary on summary.event = listed.event and summary.part = listed.part
      order by listed.rank, listed.sort_key ${direction}, listed.event ${direction}`.execute(db);
    return pageOf(
      rows,
      limit,
      ({ json, dataset }): ListedEvent => ({ ...(JSON.parse(json) as EventSummary), dataset }),
      ({ sort_key, id }) => ({ key: sort_key, id }),
    );
  };
}

/** In the stretch of events without a number, the list goes on only where it had come to one of them. */
const afterAll = (after: Position | undefined): Position | undefined =>
  after !== undefined && after.key < 0 ? after : undefined;

/** Reads lines of lists that were found elsewhere. */
export const linesReader =
  (db: Reader) =>
  async (lines: readonly EventLine[]): Promise<readonly ListedEvent[] | undefined> => {
    if (lines.length === 0) return [];
    const rows = await db
      .selectFrom('summary')
      .innerJoin('event', 'event.key', 'summary.event')
      .innerJoin('dataset', 'dataset.key', 'event.dataset')
      .select(['summary.event', 'summary.part', 'summary.json', 'dataset.id as dataset'])
      .where(
        'summary.event',
        'in',
        lines.map(({ event }) => event),
      )
      .execute();
    const found = new Map(rows.map((row) => [`${row.event} ${row.part}`, row]));
    const listed = lines.flatMap(({ event, part }) => found.get(`${event} ${part}`) ?? []);
    if (listed.length < lines.length) return undefined;
    return listed.map(({ json, dataset }) => ({ ...(JSON.parse(json) as EventSummary), dataset }));
  };
