import type { Client, FacetName } from '@counterclaim/api/client';

/** A record that a facet can be set to. */
interface FoundRecord {
  readonly value: string;
  readonly label: string;
}

const MOST = 8;

/**
 * Records by the beginnings of their names' words, counted or not: for facets that have more values than are listed.
 * @returns nothing for a facet whose values are no records
 */
export async function searchRecords(
  api: Pick<Client, 'actors' | 'places' | 'sources'>,
  facet: FacetName,
  q: string,
  signal: AbortSignal,
): Promise<readonly FoundRecord[]> {
  const parameters = { q, limit: MOST };
  switch (facet) {
    case 'actor':
    case 'claimant':
      return (await api.actors(parameters, { signal })).items.map(({ id, name }) => ({ value: id, label: name }));
    case 'place':
      return (await api.places(parameters, { signal })).items.map(({ id, name }) => ({ value: id, label: name }));
    case 'source':
      return (await api.sources(parameters, { signal })).items.map(({ id, title }) => ({ value: id, label: title }));
    case 'status':
    case 'agreement':
    case 'kind':
    case 'stance':
    case 'dataset':
      return [];
  }
}
