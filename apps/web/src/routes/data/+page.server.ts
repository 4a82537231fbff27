import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const api = apiOf(fetch);
  const [release, dictionary] = await Promise.all([api.release(), api.dictionary()]);
  return { release, dictionary, origin: url.origin };
};
