import { citationFile } from '#lib/server/citation.ts';
import { orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import type { RequestHandler } from './$types';

/** The citation of a document's record as BibTeX or RIS. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const { dataset, source } = await orMoved(api.source(params.id), url, { note: false });
  const cited = {
    title: source.title,
    id: source.id,
    path: `/sources/${source.id}`,
    retracted: source.retracted,
    dataset,
  };
  return citationFile(params.format, cited, api, url);
};
