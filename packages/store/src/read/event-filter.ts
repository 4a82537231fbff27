import { AGREEMENTS, wordsOf } from '@counterclaim/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../engine.ts';
import { leastKilledKey } from '../sort-key.ts';
import type { Bounds, EventFilter } from '../filter.ts';
import type { PartyRole } from '../tables.ts';
import { boxMeetsPlace } from './box.ts';
import { all, type Condition, given, keysOf, recordsOf } from './conditions.ts';

/**
 * One condition of a filter on `piece`, said in two ways: a test of one row, and a query of the events for
 * which it may hold. Lists test row after row, or begin with the fewest events; counts look all rows up in the sets.
 */
export interface Criterion {
  readonly test: Condition;
  /** One column, `event`: at least those that pass the test, perhaps more. */
  readonly candidates?: RawBuilder<{ event: number }>;
  /** The candidates are those that pass, no more: beginning with them spares the test. */
  readonly exact?: true;
}

/** The criteria of a filter, each named by the parameter that it comes from, so that a facet can leave its own out. */
export type Criteria = ReadonlyMap<keyof EventFilter | 'claim' | 'piece', Criterion>;

function inRange(low: 'killed_low' | 'injured_low', high: 'killed_high' | 'injured_high', bounds: Bounds): Condition {
  const conditions = [sql<boolean>`${sql.ref(`piece.${low}`)} is not null`];
  if (bounds.min !== undefined) conditions.push(sql`${sql.ref(`piece.${high}`)} >= ${bounds.min}`);
  if (bounds.max !== undefined) conditions.push(sql`${sql.ref(`piece.${low}`)} <= ${bounds.max}`);
  return all(conditions);
}

/**
 * Which of an event's pieces counts: that of everything, or the one that held at an instant, unless nothing was known by
 * then. None of a retracted event.
 */
const pieceOf = (asOf: number | undefined): Condition =>
  asOf === undefined
    ? sql`piece.latest = 1 and piece.stands = 1`
    : sql`piece.stands = 1 and piece.known_from <= ${asOf} and piece.known_until > ${asOf} and piece.claims > 0`;

export const knownBy = (asOf: number | undefined, column: string): Condition =>
  asOf === undefined ? sql`1 = 1` : sql`${sql.ref(column)} <= ${asOf}`;

/** What is asked of claims: all of it holds on one. */
export type ClaimPart = Pick<EventFilter, 'actor' | 'claimant' | 'stance' | 'asOf'>;

/** Conditions on `claim` and `link`, its row in `event_claim`. */
export function claimConditions({ actor, claimant, stance, asOf }: ClaimPart): Condition[] {
  const conditions = [knownBy(asOf, 'link.known')];
  if (given(stance)) conditions.push(sql`claim.stance in (${sql.join(stance)})`);
  if (given(claimant)) conditions.push(sql`claim.claimant in ${recordsOf('actor', claimant)}`);
  if (given(actor)) {
    conditions.push(sql`exists (
      select 1 from claim_actor as named where named.claim = claim.key and named.actor in ${recordsOf('actor', actor)})`);
  }
  return conditions;
}

/** What is stored of events for each thing that can be asked of claims. */
function storedOf(part: ClaimPart): { asked: 'actor' | 'claimant' | 'stance'; rows: RawBuilder<{ event: number }> }[] {
  const { actor, claimant, stance, asOf } = part;
  const party = (role: PartyRole, ids: readonly string[]) => sql<{ event: number }>`
    select stored.event from event_party as stored
    where stored.role = ${role} and stored.actor in ${recordsOf('actor', ids)} and ${knownBy(asOf, 'stored.known')}`;
  return [
    ...(given(actor) ? [{ asked: 'actor' as const, rows: party('named', actor) }] : []),
    ...(given(claimant) ? [{ asked: 'claimant' as const, rows: party('claimant', claimant) }] : []),
    ...(given(stance)
      ? [
          {
            asked: 'stance' as const,
            rows: sql<{ event: number }>`
              select stored.event from event_stance as stored
              where stored.stance in (${sql.join(stance)}) and ${knownBy(asOf, 'stored.known')}`,
          },
        ]
      : []),
  ];
}

/** That there is a claim about the event on which everything asked holds. */
function claimCriterion(part: ClaimPart): Criterion[] {
  const [first, ...others] = storedOf(part);
  if (first === undefined) return [];
  // Asked one thing, what is stored of the event answers.
  if (others.length === 0) {
    return [{ test: sql`exists (${first.rows} and stored.event = piece.event)`, candidates: first.rows, exact: true }];
  }
  return [
    {
      test: sql`exists (
        select 1 from event_claim as link join claim on claim.key = link.claim
        where link.event = piece.event and ${all(claimConditions(part))})`,
      candidates: sql`${sql.join(
        [first, ...others].map(({ rows }) => rows),
        sql` intersect `,
      )}`,
    },
  ];
}

/** Words that must all occur; as of an instant, only in what an event is by itself and in claims known by then. */
function wordsCriterion(dialect: Dialect, words: readonly string[], asOf: number | undefined): Criterion {
  const candidates = sql<{
    event: number;
  }>`select found.key as event from ${dialect.matching({ index: 'event_text', words })} as found`;
  const anywhere = sql<boolean>`piece.event in (${candidates})`;
  if (asOf === undefined) return { test: anywhere, candidates, exact: true };
  const each = words.map(
    (word): Condition => sql`(
      piece.event in ${dialect.matching({ index: 'event_text', column: 'identity', words: [word] })}
      or exists (select 1 from event_claim as link where link.event = piece.event and link.known <= ${asOf}
        and link.claim in ${dialect.matching({ index: 'claim_text', words: [word] })}))`,
  );
  return { test: all([anywhere, ...each]), candidates };
}

const scalar = (column: 'status' | 'kind', values: readonly string[]): Criterion => {
  const test = sql<boolean>`${sql.ref(`piece.${column}`)} in (${sql.join(values)})`;
  return { test, candidates: sql`select piece.event from piece where ${test}` };
};

/** The criteria of a filter on `piece`. */
export function criteriaOf(filter: EventFilter, dialect: Dialect): Criteria {
  const { asOf, q, date, place, bbox, killed, injured, status, agreement, question, kind, dataset, source } = filter;
  const criteria = new Map<keyof EventFilter | 'claim' | 'piece', Criterion>([['piece', { test: pieceOf(asOf) }]]);
  const words = q === undefined ? [] : wordsOf(q);
  if (words.length > 0) criteria.set('q', wordsCriterion(dialect, words, asOf));
  if (date !== undefined)
    criteria.set('date', { test: sql`piece.starts < ${date.end} and piece.ends > ${date.start}` });
  if (given(place)) {
    const rows = sql<{ event: number }>`
      select spot.event from event_within as spot where spot.place in ${recordsOf('place', place)}`;
    criteria.set('place', { test: sql`exists (${rows} and spot.event = piece.event)`, candidates: rows, exact: true });
  }
  if (bbox !== undefined) {
    const places = sql`(select place.key from place where ${boxMeetsPlace(bbox)})`;
    criteria.set('bbox', {
      // The plus keeps an engine from looking the event up with every place of the box.
      test: sql`exists (
        select 1 from event_place as spot where spot.event = piece.event and +spot.place in ${places})`,
      candidates: sql`select spot.event from event_place as spot where spot.place in ${places}`,
      exact: true,
    });
  }
  for (const criterion of claimCriterion(filter)) criteria.set('claim', criterion);
  if (killed !== undefined) {
    const from = sql<{ event: number }>`
      select piece.event from piece where piece.killed_key >= ${leastKilledKey(killed.min ?? 0)}`;
    criteria.set('killed', { test: inRange('killed_low', 'killed_high', killed), candidates: from });
  }
  if (injured !== undefined) criteria.set('injured', { test: inRange('injured_low', 'injured_high', injured) });
  if (given(status)) criteria.set('status', scalar('status', status));
  if (given(agreement)) {
    const bits = agreement.reduce((mask, name) => mask | (1 << AGREEMENTS.indexOf(name)), 0);
    criteria.set('agreement', { test: dialect.hasBit(sql.ref('piece.agreements'), bits) });
  }
  if (given(question)) {
    const rows = sql<{ event: number }>`
      select asked.event from piece_question as asked where asked.question in ${keysOf('question', question)}`;
    criteria.set('question', {
      test: sql`exists (${rows} and asked.event = piece.event and asked.part = piece.part)`,
      candidates: rows,
    });
  }
  if (given(kind)) criteria.set('kind', scalar('kind', kind));
  if (given(dataset)) {
    const test = sql<boolean>`piece.dataset in ${keysOf('dataset', dataset)}`;
    criteria.set('dataset', { test, candidates: sql`select piece.event from piece where ${test}` });
  }
  if (given(source)) {
    const rows = sql<{ event: number }>`
      select held.event from event_source as held
      where held.source in ${recordsOf('source', source)} and ${knownBy(asOf, 'held.known')}`;
    criteria.set('source', { test: sql`exists (${rows} and held.event = piece.event)`, candidates: rows, exact: true });
  }
  return criteria;
}
