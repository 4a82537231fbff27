import { citationFile } from '#lib/server/citation.ts';
import { citedEvents } from '#lib/server/cited-view.ts';
import { nameValues } from '#lib/server/value-names.ts';
import { apiOf } from '#lib/state/api.ts';
import { forCount, readQuery } from '#lib/state/event-query.ts';
import type { RequestHandler } from './$types';

/** The citation of a filtered list as BibTeX or RIS. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const query = readQuery(url.searchParams);
  const names = await nameValues(api, query, await api.facets(forCount(query)));
  return citationFile(params.format, citedEvents(query, names), api, url);
};
