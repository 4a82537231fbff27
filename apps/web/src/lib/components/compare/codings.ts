import type { EventAnswer } from '@counterclaim/api/client';
import { type ActorId, assess, type ClaimId, summarise } from '@counterclaim/domain';
import { datasetOf } from '../event/datasets.ts';
import { readEvent, type Reading } from '../event/reading.ts';

/** One event as one coded dataset alone has it, or as all others tell it (`dataset: null`). */
export interface Coding {
  readonly dataset: ActorId | null;
  readonly reading: Reading;
}

/**
 * Takes an event apart by who codes it: what no dataset says first, then each dataset by itself. A statement stays whole: a claim that repeats
 * a dataset's is the dataset's. Each part is assessed by itself, by the rules and as of the instant of the whole; so a dataset that only
 * compiles, and holds no position beside others, has here the numbers that it gives.
 */
export function codingsOf(detail: EventAnswer): Coding[] {
  const { utterances, actors } = readEvent(detail);
  const { asOf } = detail.assessment;
  const claimsBy = Map.groupBy(utterances.all, ({ top, claim }) =>
    datasetOf(utterances.byId.get(top)?.claim ?? claim, { actors }),
  );
  return [...claimsBy]
    .sort(([a], [b]) => Number(a !== null) - Number(b !== null) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([dataset, own]) => {
      const ids = new Set<ClaimId>(own.map(({ claim }) => claim.id));
      const part = { ...detail, claims: detail.claims.filter(({ id }) => ids.has(id)) };
      const assessment = assess(part, asOf === null ? {} : { asOf: Date.parse(asOf) });
      return { dataset, reading: readEvent({ ...part, assessment, summary: summarise(part, assessment) }) };
    });
}
