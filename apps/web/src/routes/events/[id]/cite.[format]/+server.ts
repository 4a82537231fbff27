import { citationFile } from '#lib/server/citation.ts';
import { orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { RequestHandler } from './$types';

/** An event's citation as BibTeX or RIS, as of the asked date. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const { dataset, event } = await orMoved(api.event(params.id, { asOf }), url, { note: false });
  const cited = {
    title: event.title,
    id: event.id,
    path: `/events/${event.id}`,
    retracted: event.retracted,
    dataset,
    asOf,
  };
  return citationFile(params.format, cited, api, url);
};
