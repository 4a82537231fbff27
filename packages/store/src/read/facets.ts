import { AGREEMENTS, type AttributionStatus, formatMonth } from '@counterclaim/domain';
import { sentenceCase } from '@counterclaim/domain/words';
import { type RawBuilder, sql } from 'kysely';
import type { Dialect, Reader } from '../engine.ts';
import { type FacetName, FACETS, type Facets, type FacetValue, type MonthCount } from '../answer.ts';
import type { EventFilter } from '../filter.ts';
import { beginningOf } from './beginning.ts';
import { all, given, where } from './conditions.ts';
import { claimConditions, type ClaimPart, criteriaOf, knownBy } from './event-filter.ts';

/** Most values that a facet lists: those with the highest counts. */
export const FACET_LIMIT = 1_000;

/** Events that are alike in what is counted together. */
interface Group {
  readonly dataset: number;
  readonly kind: string;
  readonly status: AttributionStatus;
  readonly agreements: number;
  readonly month: number;
  readonly count: number;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value);

/** Sums groups by whatever a function makes of each. */
function sums(groups: readonly Group[], valuesOf: (group: Group) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) {
    for (const value of valuesOf(group)) counts.set(value, (counts.get(value) ?? 0) + group.count);
  }
  return counts;
}

const named = (counts: ReadonlyMap<string, number>, label: (value: string) => string = sentenceCase): FacetValue[] =>
  [...counts].map(([value, count]) => ({ value, label: label(value), count })).sort(byCount);

const agreementsOf = ({ agreements }: Group): string[] =>
  AGREEMENTS.filter((_, index) => (agreements & (1 << index)) !== 0);

/** Counts the events that match a filter, by everything that they can be filtered by. */
export async function countFacets(db: Reader, dialect: Dialect, filter: EventFilter, most: number): Promise<Facets> {
  const counting = new Counting(db, dialect, filter, most);
  const facets = {} as Record<FacetName, FacetValue[]>;
  for (const name of FACETS) facets[name] = await counting.facet(name);
  const total = sums(await counting.groups(), () => ['all']).get('all') ?? 0;
  return { total, facets, months: byMonth(await counting.groups('date')) };
}

class Counting {
  readonly #db: Reader;
  readonly #dialect: Dialect;
  readonly #filter: EventFilter;
  readonly #most: number;
  readonly #groups = new Map<string, Promise<Group[]>>();

  constructor(db: Reader, dialect: Dialect, filter: EventFilter, most: number) {
    this.#db = db;
    this.#dialect = dialect;
    this.#filter = filter;
    this.#most = most;
  }

  async facet(name: FacetName): Promise<FacetValue[]> {
    switch (name) {
      case 'status':
        return named(sums(await this.groups('status'), ({ status }) => [status]));
      case 'agreement':
        return named(sums(await this.groups('agreement'), agreementsOf));
      case 'kind':
        return named(sums(await this.groups('kind'), ({ kind }) => [kind]));
      case 'dataset':
        return this.#datasets();
      case 'place':
        return this.#linked('place', sql`event_within`, sql`place`, ['place']);
      case 'source':
        return this.#linked('source', this.#knownOnly('event_source'), sql`source`, ['source']);
      case 'actor':
      case 'claimant':
      case 'stance':
        return this.#ofClaims(name);
    }
  }

  /** The events that match, the filter's own parameter left out, counted together where they are alike. */
  groups(without?: keyof EventFilter): Promise<Group[]> {
    // Where nothing is left out, all share one count.
    const name = without !== undefined && this.#filter[without] !== undefined ? without : '';
    let groups = this.#groups.get(name);
    if (groups === undefined) this.#groups.set(name, (groups = this.#count(without)));
    return groups;
  }

  async #count(without: keyof EventFilter | undefined): Promise<Group[]> {
    const pieces = await this.#matched(without === undefined ? [] : [without]);
    const { rows } = await sql<Group>`
      select dataset, kind, status, agreements, month, count(*) as count from ${pieces} as piece
      group by month, dataset, kind, status, agreements order by month`.execute(this.#db);
    return rows;
  }

  /** The pieces that match the filter without some of its parameters. */
  async #matched(without: readonly (keyof EventFilter)[]): Promise<RawBuilder<unknown>> {
    const rest = Object.entries(this.#filter).filter(([name]) => !without.includes(name as keyof EventFilter));
    const criteria = criteriaOf(Object.fromEntries(rest), this.#dialect);
    const { from, conditions } = await beginningOf(this.#db, criteria, this.#most);
    return sql`(select piece.* from ${from} where ${where(conditions)})`;
  }

  async #datasets(): Promise<FacetValue[]> {
    const counts = sums(await this.groups('dataset'), ({ dataset }) => [String(dataset)]);
    const rows = await this.#db.selectFrom('dataset').select(['key', 'id']).execute();
    return rows
      .flatMap(({ key, id }) => {
        const count = counts.get(String(key));
        return count === undefined ? [] : [{ value: id, label: id, count }];
      })
      .sort(byCount);
  }

  /** Rows of a table that were known by the filter's as-of. */
  #knownOnly(table: 'event_source' | 'event_party' | 'event_stance'): RawBuilder<unknown> {
    const { asOf } = this.#filter;
    return asOf === undefined
      ? sql.table(table)
      : sql`(select * from ${sql.table(table)} where ${knownBy(asOf, `${table}.known`)})`;
  }

  /** Whether the filter, without some of its parameters, asks nothing. */
  #asksNothing(without: readonly (keyof EventFilter)[]): boolean {
    return Object.keys(this.#filter).every((name) => without.includes(name as keyof EventFilter));
  }

  /** The events of each record that `links` connects them with. */
  async #linked(
    table: 'place' | 'source' | 'actor',
    links: RawBuilder<unknown>,
    column: RawBuilder<unknown>,
    without: readonly (keyof EventFilter)[],
  ): Promise<FacetValue[]> {
    // Asked nothing, every event counts, and its links need not be looked up one by one.
    const counted = this.#asksNothing(without)
      ? sql`select link.${column} as record, count(*) as count from ${links} as link group by link.${column}`
      : sql`
        select link.${column} as record, count(*) as count from ${await this.#matched(without)} as piece
        join ${links} as link on link.event = piece.event group by link.${column}`;
    return this.#labelled(table, counted);
  }

  /** The records of a query of `record` and `count`, with their names. */
  async #labelled(table: 'place' | 'source' | 'actor', counted: RawBuilder<unknown>): Promise<FacetValue[]> {
    const { rows } = await sql<FacetValue>`
      select record.id as value, record.label, counted.count
      from (${counted}) as counted join ${sql.table(table)} as record on record.key = counted.record
      order by counted.count desc, record.label, record.id limit ${FACET_LIMIT}`.execute(this.#db);
    return rows.sort(byCount);
  }

  async #ofClaims(asked: 'actor' | 'claimant' | 'stance'): Promise<FacetValue[]> {
    const { actor, claimant, stance, asOf } = this.#filter;
    const rest: ClaimPart = {
      ...(asked !== 'actor' && given(actor) ? { actor } : {}),
      ...(asked !== 'claimant' && given(claimant) ? { claimant } : {}),
      ...(asked !== 'stance' && given(stance) ? { stance } : {}),
    };
    if (Object.keys(rest).length === 0) {
      if (asked === 'stance') return this.#stances(this.#knownOnly('event_stance'));
      const role = asked === 'actor' ? 'named' : 'claimant';
      const links = sql`(select * from ${this.#knownOnly('event_party')} as party where role = ${role})`;
      return this.#linked('actor', links, sql`actor`, [asked]);
    }
    // What else is asked of claims must hold on the one that has the value.
    const value = asked === 'actor' ? sql`named.actor` : asked === 'claimant' ? sql`claim.claimant` : sql`claim.stance`;
    const links = sql`(
      select distinct link.event, ${value} as value from ${await this.#matched([asked])} as piece
      join event_claim as link on link.event = piece.event
      join claim on claim.key = link.claim
      ${asked === 'actor' ? sql`join claim_actor as named on named.claim = claim.key` : sql``}
      where ${value} is not null
        and ${all(claimConditions({ ...rest, ...(asOf === undefined ? {} : { asOf }) }))})`;
    const counted = sql`select link.value as record, count(*) as count from ${links} as link group by link.value`;
    return asked === 'stance' ? this.#counted(counted) : this.#labelled('actor', counted);
  }

  async #stances(links: RawBuilder<unknown>): Promise<FacetValue[]> {
    return this.#counted(
      this.#asksNothing(['stance'])
        ? sql`select link.stance as record, count(*) as count from ${links} as link group by link.stance`
        : sql`
          select link.stance as record, count(*) as count from ${await this.#matched(['stance'])} as piece
          join ${links} as link on link.event = piece.event where link.stance is not null
          group by link.stance`,
    );
  }

  async #counted(query: RawBuilder<unknown>): Promise<FacetValue[]> {
    const { rows } = await sql<{ record: string; count: number }>`${query}`.execute(this.#db);
    return named(new Map(rows.map(({ record, count }) => [record, count])));
  }
}

function byMonth(groups: readonly Group[]): MonthCount[] {
  const months = new Map<number, { count: number; byStatus: Partial<Record<AttributionStatus, number>> }>();
  for (const { month, status, count } of groups) {
    const entry = months.get(month) ?? { count: 0, byStatus: {} };
    entry.count += count;
    entry.byStatus[status] = (entry.byStatus[status] ?? 0) + count;
    months.set(month, entry);
  }
  return [...months].map(([month, entry]) => ({ month: formatMonth(month), ...entry }));
}
