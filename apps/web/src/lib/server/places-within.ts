import type { Client, Facets } from '@counterclaim/api/client';
import { LISTED, type PlacesWithin } from '#lib/components/explore/facet-groups.ts';

/** As many as the API takes at once. */
const AT_ONCE = 50;

/** What the most frequent places of a facet lie in, as far as the rail lists them. */
export async function placesWithin(api: Pick<Client, 'places'>, { facets }: Facets): Promise<PlacesWithin> {
  const ids = facets.place.slice(0, LISTED).map(({ value }) => value);
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  const lists = await Promise.all(parts.map((some) => api.places({ id: some.join('~'), limit: AT_ONCE })));
  return Object.fromEntries(
    lists.flatMap(({ items }) => items.flatMap(({ id, within }) => (within === undefined ? [] : [[id, within]]))),
  );
}
