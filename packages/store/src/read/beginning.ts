import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../engine.ts';
import type { Condition } from './conditions.ts';
import type { Criteria, Criterion } from './event-filter.ts';

type Candidates = RawBuilder<{ event: number }>;

/** How many there are, up to a number. */
async function countUpTo(db: Reader, candidates: Candidates, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select event from (${candidates}) as candidates limit ${most}) as counted`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Events up to which a criterion is begun with, rather than tested on piece after piece. */
export interface Narrow {
  /** For a page, whose order is that of all pieces already. */
  readonly page: number;
  /** For counts, which look at every event anyway. */
  readonly counts: number;
}

export const NARROW: Narrow = { page: 1_000, counts: 50_000 };

/** What a query of pieces begins with, and what it must still ask of each. */
export interface Beginning {
  /** What stands after `from`, with the pieces as `piece`. */
  readonly from: RawBuilder<unknown>;
  /** What joins it, and the criteria that it does not answer by itself. */
  readonly conditions: readonly Condition[];
  /** The key of the event, in the order in which rows come. */
  readonly event: 'piece.event' | 'found.key';
  /** Whether it is but a few events. */
  readonly few: boolean;
}

const testsOf = (criteria: Criteria, answered?: Criterion): Condition[] =>
  [...criteria.values()]
    .filter((criterion) => criterion !== answered || criterion.exact !== true)
    .map(({ test }) => test);

/**
 * Where to begin: with the events of the criterion that has the fewest, if they are fewer than `most`; else with
 * all pieces.
 */
export async function beginningOf(db: Reader, criteria: Criteria, most: number): Promise<Beginning> {
  let least = most;
  let fewest: Criterion | undefined;
  for (const criterion of criteria.values()) {
    if (criterion.candidates === undefined) continue;
    const n = await countUpTo(db, criterion.candidates, least);
    if (n >= least) continue;
    least = n;
    fewest = criterion;
  }
  if (fewest?.candidates === undefined) {
    return { from: sql`piece`, conditions: testsOf(criteria), event: 'piece.event', few: false };
  }
  return {
    from: sql`(select distinct event from (${fewest.candidates}) as candidates) as few cross join piece`,
    conditions: [sql`piece.event = few.event`, ...testsOf(criteria, fewest)],
    event: 'piece.event',
    few: true,
  };
}

/** Many events with the words, which the text index gives in the order of their keys: for lists in that order. */
export const beginningWithWords = (matching: RawBuilder<unknown>, criteria: Criteria): Beginning => ({
  from: sql`${matching} as found cross join piece`,
  conditions: [sql`piece.event = found.key`, ...testsOf(criteria, criteria.get('q'))],
  event: 'found.key',
  few: false,
});
