import { asKnown } from '#lib/server/as-known.ts';
import { cite } from '#lib/server/citation.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const detail = await api.source(params.id);
  const { source, dataset } = detail;
  const cited = { title: source.title, id: source.id, path: `/sources/${source.id}`, dataset };
  const [events, citation] = await Promise.all([asKnown(detail.events, asOfIn(url), api), cite(cited, api, url)]);
  return { detail, events, citation };
};
