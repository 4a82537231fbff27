import { AGREEMENTS, type AttributionStatus, formatMonth } from '@counterclaim/domain';
import { type RawBuilder, sql } from 'kysely';
import {
  type ClaimsPerEvent,
  type Coverage,
  COVERAGE_LISTED,
  type CoveredClaims,
  type CoveredEvent,
  type CoveredEvents,
  type CoveredMonth,
  type CoveredSources,
  type MonthGap,
  type Tally,
  type WordCount,
} from '../coverage.ts';
import type { Dialect, Reader } from '../engine.ts';
import type { FacetValue } from '../answer.ts';
import type { Condition } from './conditions.ts';

/** Statuses in which who did it is contested. */
const CONTESTED = ['multiple-claims', 'contested', 'accused-and-denied'] as const satisfies AttributionStatus[];

/** Where the numbers of claims of events are cut. */
const STRETCHES: readonly (readonly [from: number, to: number | null])[] = [
  [0, 0],
  [1, 1],
  [2, 5],
  [6, 10],
  [11, 20],
  [21, 50],
  [51, 100],
  [101, null],
];

/** Counts what is covered, over everything that the ledger stands by. */
export async function readCoverage(db: Reader, dialect: Dialect): Promise<Coverage> {
  const counting = new CoverageCount(db, dialect);
  return { events: await counting.events(), claims: await counting.claims(), sources: await counting.sources() };
}

class CoverageCount {
  readonly #db: Reader;
  readonly #dialect: Dialect;

  constructor(db: Reader, dialect: Dialect) {
    this.#db = db;
    this.#dialect = dialect;
  }

  async events(): Promise<CoveredEvents> {
    const [row] = await this.#rows<
      Omit<CoveredEvents, 'byKind' | 'byStatus' | 'months' | 'gaps' | 'claims' | 'largest'>
    >(sql`
      select count(*) as "total",
        ${sum(this.#attributionContested())} as "attributionContested",
        ${sum(this.#disputed())} as "disputed",
        ${sum(this.#contested())} as "contested",
        ${sum(sql`piece.killed_low is not null`)} as "withKilled",
        ${sum(sql`piece.injured_low is not null`)} as "withInjured",
        ${sum(WITHOUT_TOLL)} as "withoutToll"
      from ${PIECES} as piece`);
    if (row === undefined) throw new TypeError('a count answers one row');
    const months = await this.#months();
    return {
      ...row,
      byKind: await this.#rows(sql`
        select kind as value, count(*) as count,
          ${sum(this.#contested())} as "contested", ${sum(WITHOUT_TOLL)} as "withoutToll"
        from ${PIECES} as piece group by kind ${HIGHEST_FIRST}`),
      byStatus: await this.#statuses(),
      months: [...months].map(([month, entry]) => ({ month: formatMonth(month), ...entry })),
      gaps: gapsBetween([...months.keys()]),
      claims: perEvent(
        await this.#rows(sql`
          select claims, count(*) as events from ${PIECES} as piece group by claims order by claims`),
      ),
      largest: await this.#largest(),
    };
  }

  async claims(): Promise<CoveredClaims> {
    const [row] = await this.#rows<Omit<CoveredClaims, 'byKind'>>(sql`
      select count(*) as "total",
        ${sum(this.#verifiable())} as "verifiable",
        ${sum(this.#has('claim', 'said'))} as "said",
        ${sum(sql`claim.known > ${Number.MAX_VALUE}`)} as "undated"
      from claim where claim.stands = 1`);
    if (row === undefined) throw new TypeError('a count answers one row');
    return {
      ...row,
      byKind: await this.#rows(sql`
        select kind as value, count(*) as count from claim where claim.stands = 1 group by kind ${HIGHEST_FIRST}`),
    };
  }

  async sources(): Promise<CoveredSources> {
    const [row] = await this.#rows<Pick<CoveredSources, 'total' | 'published' | 'url' | 'textDigest'>>(sql`
      select count(*) as "total",
        ${sum(this.#has('source', 'published'))} as "published",
        ${sum(this.#has('source', 'url'))} as "url",
        ${sum(this.#has('source', 'textDigest'))} as "textDigest"
      from source where source.stands = 1`);
    if (row === undefined) throw new TypeError('a count answers one row');
    const kind = this.#field('source', 'kind');
    return {
      ...row,
      publishers: await this.#actors('publisher_id'),
      wires: await this.#actors('wire_id'),
      languages: await this.#languages(),
      byKind: await this.#rows(sql`
        select ${kind} as value, count(*) as count from source where source.stands = 1 group by ${kind} ${HIGHEST_FIRST}`),
    };
  }

  async #statuses(): Promise<CoveredEvents['byStatus']> {
    const rows = await this.#rows<{ status: AttributionStatus; events: number }>(sql`
      select status, count(*) as events from ${PIECES} as piece group by status order by status`);
    return Object.fromEntries(rows.map(({ status, events }) => [status, events]));
  }

  /** By the number of the month. */
  async #months(): Promise<ReadonlyMap<number, Omit<CoveredMonth, 'month'>>> {
    const rows = await this.#rows<{ month: number; status: AttributionStatus; events: number; contested: number }>(sql`
      select month, status, count(*) as events, ${sum(this.#contested())} as contested
      from ${PIECES} as piece where kind <> 'period' group by month, status order by month, status`);
    const months = new Map<number, Omit<CoveredMonth, 'month'>>();
    for (const { month, status, events, contested } of rows) {
      const before = months.get(month) ?? { events: 0, contested: 0, byStatus: {} };
      months.set(month, {
        events: before.events + events,
        contested: before.contested + contested,
        byStatus: { ...before.byStatus, [status]: events },
      });
    }
    return months;
  }

  #largest(): Promise<CoveredEvent[]> {
    return this.#rows(sql`
      select event.id, ${this.#field('event', 'title')} as title, piece.claims, (
        select count(*) from event_claim as link join claim on claim.key = link.claim
        where link.event = piece.event and ${this.#verifiable()}
      ) as verifiable
      from ${PIECES} as piece join event on event.key = piece.event
      order by piece.claims desc, event.id limit ${COVERAGE_LISTED}`);
  }

  async #actors(column: 'publisher_id' | 'wire_id'): Promise<Tally<FacetValue>> {
    const name = sql.ref(`source.${column}`);
    const rows = await this.#rows<FacetValue & { of: number }>(sql`
      select actor.id as value, actor.label, counted.count, counted."of"
      from (
        select ${name} as id, count(*) as count, count(*) over () as "of" from source
        where ${name} is not null and source.stands = 1
        group by ${name} order by 2 desc, 1 limit ${COVERAGE_LISTED}
      ) as counted
      join actor on actor.id = counted.id
      order by counted.count desc, actor.id`);
    return { values: rows[0]?.of ?? 0, items: rows.map(({ value, label, count }) => ({ value, label, count })) };
  }

  async #languages(): Promise<Tally<WordCount>> {
    const language = this.#field('source', 'language');
    const rows = await this.#rows<WordCount & { of: number }>(sql`
      select ${language} as value, count(*) as count, count(*) over () as "of" from source
      where source.stands = 1 group by ${language} ${HIGHEST_FIRST} limit ${COVERAGE_LISTED}`);
    return { values: rows[0]?.of ?? 0, items: rows.map(({ value, count }) => ({ value, count })) };
  }

  #attributionContested(): Condition {
    return sql`piece.status in (${sql.join(CONTESTED)})`;
  }

  #disputed(): Condition {
    return this.#dialect.hasBit(sql.ref('piece.agreements'), 1 << AGREEMENTS.indexOf('disputed'));
  }

  #contested(): Condition {
    return sql`(${this.#attributionContested()} or ${this.#disputed()})`;
  }

  #verifiable(): Condition {
    return this.#has('claim', 'evidence', 'passages');
  }

  #has(table: 'event' | 'source' | 'claim', ...path: readonly string[]): Condition {
    return sql`${this.#field(table, ...path)} is not null`;
  }

  #field(table: 'event' | 'source' | 'claim', ...path: readonly string[]): RawBuilder<string | null> {
    return this.#dialect.fieldOf(sql.ref(`${table}.json`), ...path);
  }

  async #rows<Row>(query: RawBuilder<unknown>): Promise<Row[]> {
    return (await query.execute(this.#db)).rows as Row[];
  }
}

/** What everything known says of each event that stands. */
const PIECES = sql`(select * from piece where latest = 1 and stands = 1)`;

/** How many rows a condition holds for; 0 where there are none. */
const sum = (condition: Condition): RawBuilder<number> =>
  sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;

const WITHOUT_TOLL: Condition = sql`piece.killed_low is null and piece.injured_low is null`;

/** Of `value` and `count`. */
const HIGHEST_FIRST = sql`order by count desc, value`;

/** The stretches between months that have events. */
function gapsBetween(months: readonly number[]): MonthGap[] {
  return months.flatMap((month, index): MonthGap[] => {
    const from = (months[index - 1] ?? month) + 1;
    const to = month - 1;
    return from > to ? [] : [{ from: formatMonth(from), to: formatMonth(to), months: to - from + 1 }];
  });
}

/** @param counts How many events have how many claims, the fewest first. */
function perEvent(counts: readonly { readonly claims: number; readonly events: number }[]): CoveredEvents['claims'] {
  const total = counts.reduce((sum, { events }) => sum + events, 0);
  let below = 0;
  const middle = counts.find(({ events }) => (below += events) * 2 >= total);
  return {
    fewest: counts[0]?.claims ?? 0,
    median: middle?.claims ?? 0,
    most: counts.at(-1)?.claims ?? 0,
    perEvent: STRETCHES.map(([from, to]): ClaimsPerEvent => ({
      from,
      to,
      events: counts
        .filter(({ claims }) => claims >= from && (to === null || claims <= to))
        .reduce((sum, { events }) => sum + events, 0),
    })),
  };
}
