import { cite } from '#lib/server/citation.ts';
import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const detail = await api.claim(`${params.source}/${params.slug}`);
  const { claim, dataset } = detail;
  const cited = { title: claim.paraphrase, id: claim.id, path: `/claims/${claim.id}`, dataset };
  return { detail, citation: await cite(cited, api, url) };
};
