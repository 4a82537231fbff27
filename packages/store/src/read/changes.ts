import { type Change, type Event, type EventId, type RecordType, RECORD_TYPES } from '@counterclaim/domain';
import { sql } from 'kysely';
import type { Reader } from '../engine.ts';
import { type ChangeEntry, EVENTS_OF_CHANGE, type IdentifiedChange, type NamedEvent, type Page } from '../answer.ts';
import type { ChangeFilter, PageRequest } from '../filter.ts';
import { type Condition, given, recordsOf, where } from './conditions.ts';
import { pageOf } from './page.ts';

interface Row {
  key: number;
  age: number;
  within_day: string;
  events: number;
  dataset: string;
  json: string;
}

/** What readers know a record by. */
const titleOf = (json: string): string => {
  const { title, name, paraphrase } = JSON.parse(json) as { title?: string; name?: string; paraphrase?: string };
  return title ?? name ?? paraphrase ?? '';
};

/** Reads what the ledger did to records of its own. */
export function changesReader(db: Reader) {
  async function titlesOf(type: RecordType, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(changes.flatMap(({ record }) => (record.type === type ? [record.id] : [])));
    if (ids.size === 0) return new Map();
    const rows = await db
      .selectFrom(type)
      .select(['id', 'json'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map(({ id, json }) => [id, titleOf(json)]));
  }

  /** The latest of the events that each change touches. */
  async function eventsOf(changes: readonly number[]): Promise<ReadonlyMap<number, NamedEvent[]>> {
    const events = new Map<number, NamedEvent[]>();
    if (changes.length === 0) return events;
    // Of each change only the first twenty links are read: an actor or a place may stand in thousands of events.
    const { rows } = await sql<{ change: number; json: string }>`
      select change.key as change, event.json from change join event on event.key in (
        select link.event from change_event as link where link.change = change.key
        order by link.event desc limit ${EVENTS_OF_CHANGE}
      )
      where change.key in (${sql.join(changes)}) order by change.key, event.key desc`.execute(db);
    for (const { change, json } of rows) {
      const { id, title } = JSON.parse(json) as Event;
      events.set(change, [...(events.get(change) ?? []), { id, title }]);
    }
    return events;
  }

  return async function changes({ event }: ChangeFilter, { limit, after }: PageRequest): Promise<Page<ChangeEntry>> {
    const { rows } = await sql<Row>`
      select change.key, change.age, change.within_day, change.events, dataset.id as dataset, change.json
      from change join dataset on dataset.key = change.dataset
      where ${where([...touching(event), ...beyond(after)])}
      order by change.age, change.within_day limit ${limit + 1}`.execute(db);
    const shown = new Map(rows.slice(0, limit).map((row) => [row, JSON.parse(row.json) as IdentifiedChange]));
    const titles = new Map<RecordType, ReadonlyMap<string, string>>();
    for (const type of RECORD_TYPES) titles.set(type, await titlesOf(type, [...shown.values()]));
    const events = await eventsOf([...shown.keys()].flatMap((row) => (row.events === 0 ? [] : [row.key])));
    const entries = new Map<Row, ChangeEntry>();
    for (const [row, change] of shown) {
      const { type, id } = change.record;
      const title = titles.get(type)?.get(id) ?? id;
      const touched = events.get(row.key) ?? [];
      entries.set(row, { ...change, dataset: row.dataset, title, events: touched, eventCount: row.events });
    }
    return pageOf(
      rows,
      limit,
      (row) => entries.get(row) as ChangeEntry,
      ({ age, within_day }) => ({ key: age, id: within_day }),
    );
  };
}

const touching = (events: readonly EventId[] | undefined): Condition[] =>
  given(events)
    ? [
        sql`change.key in (select link.change from change_event as link where link.event in ${recordsOf('event', events)})`,
      ]
    : [];

const beyond = (after: PageRequest['after']): Condition[] =>
  after === undefined ? [] : [sql`(change.age, change.within_day) > (${after.key}, ${after.id})`];
