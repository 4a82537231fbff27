import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../engine.ts';
import type { Condition } from './conditions.ts';
import type { Criteria } from './event-filter.ts';

type Candidates = RawBuilder<{ event: number }>;

/** How many there are, up to a number. */
async function countUpTo(db: Reader, candidates: Candidates, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select event from (${candidates}) as candidates limit ${most}) as counted`.execute(db);
  return rows[0]?.n ?? 0;
}

/** What a query of pieces begins with: what stands after `from`, with the pieces as `piece`, and what joins it. */
export interface Beginning {
  readonly from: RawBuilder<unknown>;
  readonly joined: readonly Condition[];
  /** The key of the event, in the order in which rows come. */
  readonly event: 'piece.event' | 'found.key';
}

const ALL: Beginning = { from: sql`piece`, joined: [], event: 'piece.event' };

/**
 * Where to begin: with the events of the criterion that has the fewest, if they are fewer than `most`; else with
 * all pieces. Every criterion must still be tested.
 */
export async function beginningOf(db: Reader, criteria: Criteria, most: number): Promise<Beginning> {
  let least = most;
  let fewest: Candidates | undefined;
  for (const { candidates } of criteria.values()) {
    if (candidates === undefined) continue;
    const n = await countUpTo(db, candidates, least);
    if (n >= least) continue;
    least = n;
    fewest = candidates;
  }
  if (fewest === undefined) return ALL;
  return {
    from: sql`(select distinct event from (${fewest}) as candidates) as few cross join piece`,
    joined: [sql`piece.event = few.event`],
    event: 'piece.event',
  };
}

/** Many events with the words, which the text index gives in the order of their keys: for lists in that order. */
export function beginningWithWords(matching: RawBuilder<unknown>): Beginning {
  return {
    from: sql`${matching} as found cross join piece`,
    joined: [sql`piece.event = found.key`],
    event: 'found.key',
  };
}
