import { citationFile } from '#lib/server/citation.ts';
import { citedPlace } from '#lib/server/cited-view.ts';
import { orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { RequestHandler } from './$types';

/** The citation of the page of a place as BibTeX or RIS. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const { place } = await orMoved(api.place(params.id), url, { note: false });
  return citationFile(params.format, citedPlace(place, asOfIn(url)), api, url);
};
