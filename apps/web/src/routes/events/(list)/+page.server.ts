import { redirect } from '@sveltejs/kit';
import { apiOf } from '#lib/state/api.ts';
import { exploreUrl, forApi, forCount, readQuery, unknownIn, writeQuery } from '#lib/state/event-query.ts';
import { nameValues } from '#lib/server/value-names.ts';
import { whatExcludes } from '#lib/server/what-excludes.ts';
import type { PageServerLoad } from './$types';

/** Events on a page of the list. */
const LIMIT = 50;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const query = readQuery(url.searchParams);
  const unknown = unknownIn(url.searchParams);
  if (unknown.length === 0 && writeQuery(query) !== url.search) redirect(303, exploreUrl(query));

  const api = apiOf(fetch);
  const [list, facets] = await Promise.all([
    api.events({ ...forApi(query), limit: LIMIT }),
    api.facets(forCount(query)),
  ]);
  const [names, excluding] = await Promise.all([
    nameValues(api, query, facets),
    facets.total === 0 ? whatExcludes(api, query) : [],
  ]);
  return { query, unknown, list, facets, names, excluding };
};
