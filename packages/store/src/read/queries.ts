import type { Engine } from '../engine.ts';
import type { ClaimFilter, EventFilter, EventSort, PageRequest } from '../filter.ts';
import { NARROW, type Narrow } from './beginning.ts';
import { claimsReader } from './claims.ts';
import { readCoverage } from './coverage.ts';
import { eventsReader } from './events.ts';
import { countFacets } from './facets.ts';

/** The questions whose answer may take long: they can be asked of another thread. */
export function queriesOn({ read, dialect }: Pick<Engine, 'read' | 'dialect'>, narrow: Narrow = NARROW) {
  return {
    events: (filter: EventFilter, sort: EventSort, page: PageRequest) =>
      read((db) => eventsReader(db, dialect, narrow.page)(filter, sort, page)),
    claims: (filter: ClaimFilter, page: PageRequest) => read((db) => claimsReader(db, dialect)(filter, page)),
    facets: (filter: EventFilter) => read((db) => countFacets(db, dialect, filter, narrow.counts)),
    coverage: () => read((db) => readCoverage(db, dialect)),
  };
}

export type Queries = ReturnType<typeof queriesOn>;
