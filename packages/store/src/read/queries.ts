import type { Engine } from '../engine.ts';
import type { ClaimFilter, EventFilter, EventSort, PageRequest } from '../filter.ts';
import { NARROW, type Narrow } from './beginning.ts';
import { claimsReader } from './claims.ts';
import { readCoverage } from './coverage.ts';
import { eventsReader } from './events.ts';
import { countFacets } from './facets.ts';

/** The questions whose answer may take long: they can be asked of another thread. */
export function queriesOn({ reader, dialect }: Pick<Engine, 'reader' | 'dialect'>, narrow: Narrow = NARROW) {
  const events = eventsReader(reader, dialect, narrow.page);
  const claims = claimsReader(reader, dialect);
  return {
    events: (filter: EventFilter, sort: EventSort, page: PageRequest) => events(filter, sort, page),
    claims: (filter: ClaimFilter, page: PageRequest) => claims(filter, page),
    /** All counts are of one state of the ledger, whoever writes meanwhile. */
    facets: (filter: EventFilter) =>
      reader.transaction().execute((db) => countFacets(db, dialect, filter, narrow.counts)),
    coverage: () => reader.transaction().execute((db) => readCoverage(db, dialect)),
  };
}

export type Queries = ReturnType<typeof queriesOn>;
