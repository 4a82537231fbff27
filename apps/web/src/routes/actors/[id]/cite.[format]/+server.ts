import { citationFile } from '#lib/server/citation.ts';
import { citedActor } from '#lib/server/cited-view.ts';
import { orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { RequestHandler } from './$types';

/** The citation of the page of an actor as BibTeX or RIS. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const { actor } = await orMoved(api.actor(params.id), url, { note: false });
  return citationFile(params.format, citedActor(actor, asOfIn(url)), api, url);
};
