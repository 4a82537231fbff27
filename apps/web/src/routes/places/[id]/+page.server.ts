import { locate } from '#lib/server/geography/locator.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** Events on the page; the rest is a link away. */
const LIMIT = 50;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const [detail, events] = await Promise.all([
    api.place(params.id),
    api.events({ place: params.id, asOf: asOfIn(url), limit: LIMIT }),
  ]);
  return { detail, events, locator: await locate([detail.place], detail.within) };
};
