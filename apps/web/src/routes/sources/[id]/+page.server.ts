import { cite } from '#lib/server/citation.ts';
import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const detail = await api.source(params.id);
  const { source, dataset } = detail;
  const cited = { title: source.title, id: source.id, path: `/sources/${source.id}`, dataset };
  return { detail, citation: await cite(cited, api, url) };
};
