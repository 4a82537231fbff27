import { error } from '@sveltejs/kit';
import { citationFile } from '#lib/server/citation.ts';
import { citedComparison } from '#lib/server/cited-view.ts';
import { comparedEvents } from '#lib/server/compared.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import { idsIn } from '#lib/state/comparison-query.ts';
import type { RequestHandler } from './$types';

/** The citation of a comparison as BibTeX or RIS. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const { events } = await comparedEvents(idsIn(url.searchParams), asOf, api);
  if (events.length === 0) error(404, 'There is nothing to cite: name the events that are compared, as ids=a~b.');
  const compared = events.map(({ event }) => ({ id: event.id, title: event.title }));
  return citationFile(params.format, citedComparison(compared, asOf), api, url);
};
