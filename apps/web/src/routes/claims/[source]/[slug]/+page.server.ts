import { asKnown } from '#lib/server/as-known.ts';
import { cite } from '#lib/server/citation.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const detail = await api.claim(`${params.source}/${params.slug}`);
  const { claim, dataset } = detail;
  const cited = { title: claim.paraphrase, id: claim.id, path: `/claims/${claim.id}`, dataset };
  const [events, citation] = await Promise.all([asKnown(detail.events, asOfIn(url), api), cite(cited, api, url)]);
  return { detail, events, citation };
};
