import { citationFile } from '#lib/server/citation.ts';
import { orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import type { RequestHandler } from './$types';

/** A claim's citation as BibTeX or RIS. */
export const GET: RequestHandler = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const { dataset, claim, source } = await orMoved(api.claim(`${params.source}/${params.slug}`), url, { note: false });
  const cited = {
    title: claim.paraphrase,
    id: claim.id,
    path: `/claims/${claim.id}`,
    retracted: claim.retracted ?? source.retracted,
    dataset,
  };
  return citationFile(params.format, cited, api, url);
};
