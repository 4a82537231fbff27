import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const api = apiOf(fetch);
  const [release, releases, dictionary] = await Promise.all([api.release(), api.releases(), api.dictionary()]);
  return { release, releases: releases.items, dictionary, origin: url.origin };
};
