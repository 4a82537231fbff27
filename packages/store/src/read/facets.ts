import { AGREEMENTS, type AttributionStatus } from '@counterclaim/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Dialect, Reader } from '../engine.ts';
import { formatMonth } from '../sort-key.ts';
import { type EventFilter, type FacetName, FACETS, type Facets, type FacetValue, type MonthCount } from '../store.ts';
import { all, given, where } from './conditions.ts';
import { claimConditions, type ClaimPart, criteriaOf, knownBy } from './event-filter.ts';

/** Most values that a facet lists: those with the highest counts. */
export const FACET_LIMIT = 1_000;

interface Counted {
  value: string;
  label: string;
  count: number;
}

/** `accused-and-denied` as a reader sees it. */
const sentenceCase = (word: string): string => {
  const words = word.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Counts the events that match a filter, by everything they can be filtered by. */
export async function countFacets(db: Reader, dialect: Dialect, filter: EventFilter): Promise<Facets> {
  const { asOf } = filter;

  /** The pieces that match the filter without some of its parameters; lists of candidates spare a test for each row. */
  const matched = (...without: (keyof EventFilter)[]): RawBuilder<unknown> => {
    const rest = Object.fromEntries(
      Object.entries(filter).filter(([name]) => !without.includes(name as keyof EventFilter)),
    );
    const criteria = [...criteriaOf(rest, dialect).values()];
    return sql`(select piece.* from piece where ${where(criteria.map(({ test }) => test))})`;
  };

  const rowsOf = async (query: RawBuilder<Counted>): Promise<FacetValue[]> =>
    (await query.execute(db)).rows.sort(byCount);

  const ofColumn = async (column: 'status' | 'kind'): Promise<FacetValue[]> => {
    const rows = await rowsOf(sql`
      select ${sql.ref(column)} as value, '' as label, count(*) as count
      from ${matched(column)} as piece group by ${sql.ref(column)}`);
    return rows.map((row) => ({ ...row, label: sentenceCase(row.value) })).sort(byCount);
  };

  const ofAgreement = async (): Promise<FacetValue[]> => {
    const { rows } = await sql<{ bits: number; count: number }>`
      select agreements as bits, count(*) as count from ${matched('agreement')} as piece group by agreements`.execute(
      db,
    );
    return AGREEMENTS.map((agreement, index) => ({
      value: agreement,
      label: sentenceCase(agreement),
      count: rows.filter(({ bits }) => (bits & (1 << index)) !== 0).reduce((sum, { count }) => sum + count, 0),
    }))
      .filter(({ count }) => count > 0)
      .sort(byCount);
  };

  /** Most of one kind of record that events are linked with, by name. */
  const ofLinked = (
    links: RawBuilder<unknown>,
    type: 'actor' | 'place' | 'source' | 'dataset',
  ): Promise<FacetValue[]> =>
    rowsOf(sql`
      select record.id as value, ${sql.ref(type === 'dataset' ? 'record.id' : 'record.label')} as label, counted.count
      from (
        select link.value as record, count(*) as count from ${links} as link
        group by link.value order by count(*) desc limit ${FACET_LIMIT}
      ) as counted join ${sql.table(type)} as record on record.key = counted.record`);

  /** Links with what claims say. Where the filter asks something else of claims too, both hold on one claim. */
  const ofClaims = async (asked: 'actor' | 'claimant' | 'stance'): Promise<FacetValue[]> => {
    const { actor, claimant, stance } = filter;
    const rest: ClaimPart = {
      ...(asked !== 'actor' && given(actor) ? { actor } : {}),
      ...(asked !== 'claimant' && given(claimant) ? { claimant } : {}),
      ...(asked !== 'stance' && given(stance) ? { stance } : {}),
    };
    const others = Object.keys(rest).length > 0;
    const pieces = matched('actor', 'claimant', 'stance');
    const conditions = claimConditions({ ...rest, ...(asOf === undefined ? {} : { asOf }) });
    const value = asked === 'actor' ? sql`named.actor` : asked === 'claimant' ? sql`claim.claimant` : sql`claim.stance`;
    const stored =
      asked === 'stance'
        ? sql`event_stance as stored on stored.event = piece.event`
        : sql`event_party as stored on stored.event = piece.event and stored.role = ${asked === 'actor' ? 'named' : 'claimant'}`;
    const links = others
      ? sql`(
        select distinct piece.event, ${value} as value
        from ${pieces} as piece
        join event_claim as link on link.event = piece.event
        join claim on claim.key = link.claim
        ${asked === 'actor' ? sql`join claim_actor as named on named.claim = claim.key` : sql``}
        where ${value} is not null and ${all(conditions)})`
      : sql`(
        select piece.event, stored.${sql.ref(asked === 'stance' ? 'stance' : 'actor')} as value
        from ${pieces} as piece join ${stored}
        where ${knownBy(asOf, 'stored.known')})`;
    if (asked !== 'stance') return ofLinked(links, 'actor');
    const rows = await rowsOf(
      sql`select link.value, '' as label, count(*) as count from ${links} as link group by link.value`,
    );
    return rows.map((row) => ({ ...row, label: sentenceCase(row.value) })).sort(byCount);
  };

  const count: { [Name in FacetName]: () => Promise<FacetValue[]> } = {
    status: () => ofColumn('status'),
    agreement: ofAgreement,
    kind: () => ofColumn('kind'),
    place: () =>
      ofLinked(
        sql`(select piece.event, spot.place as value from ${matched('place')} as piece
          join event_within as spot on spot.event = piece.event)`,
        'place',
      ),
    actor: () => ofClaims('actor'),
    claimant: () => ofClaims('claimant'),
    stance: () => ofClaims('stance'),
    dataset: () =>
      ofLinked(sql`(select piece.event, piece.dataset as value from ${matched('dataset')} as piece)`, 'dataset'),
    source: () =>
      ofLinked(
        sql`(select piece.event, held.source as value from ${matched('source')} as piece
          join dossier_source as held on held.event = piece.event where ${knownBy(asOf, 'held.known')})`,
        'source',
      ),
  };

  const facets = {} as Record<FacetName, FacetValue[]>;
  for (const name of FACETS) facets[name] = await count[name]();
  const { rows: totals } = await sql<{ total: number }>`select count(*) as total from ${matched()} as piece`.execute(
    db,
  );
  const { rows: months } = await sql<{ month: number; status: AttributionStatus; count: number }>`
    select month, status, count(*) as count from ${matched('date')} as piece
    group by month, status order by month, status`.execute(db);
  return { total: totals[0]?.total ?? 0, facets, months: byMonth(months) };
}

function byMonth(rows: readonly { month: number; status: AttributionStatus; count: number }[]): MonthCount[] {
  const months = new Map<number, { count: number; byStatus: Partial<Record<AttributionStatus, number>> }>();
  for (const { month, status, count } of rows) {
    const entry = months.get(month) ?? { count: 0, byStatus: {} };
    entry.count += count;
    entry.byStatus[status] = count;
    months.set(month, entry);
  }
  return [...months].map(([month, entry]) => ({ month: formatMonth(month), ...entry }));
}
