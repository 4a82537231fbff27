import type { Store } from '@counterclaim/store';
const page = () => Promise.resolve({ items: [] });
const none = () => Promise.resolve(undefined);
/** Stands in until the store package opens one. */
export const openStore = (_path: string): Promise<Store> =>
  Promise.resolve({
    state: () => Promise.resolve({ revision: '0', datasets: [] }),
    replaceDataset: (id: string, digest: string) =>
      Promise.resolve({ id, digest, events: 0, claims: 0, sources: 0, actors: 0, places: 0 }),
    removeDataset: () => Promise.resolve(false),
    events: page,
    event: none,
    history: none,
    facets: () =>
      Promise.resolve({
        total: 0,
        facets: {
          status: [],
          agreement: [],
          kind: [],
          place: [],
          actor: [],
          claimant: [],
          stance: [],
          dataset: [],
          source: [],
        },
        months: [],
      }),
    claims: page,
    claim: none,
    sources: page,
    source: none,
    actors: page,
    actor: none,
    places: page,
    place: none,
    close: () => Promise.resolve(),
  });
