import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

/** Records on a page of the list. */
const LIMIT = 100;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const q = url.searchParams.get('q') ?? undefined;
  const cursor = url.searchParams.get('cursor') ?? undefined;
  return { q, list: await apiOf(fetch).places({ q, cursor, limit: LIMIT }) };
};
