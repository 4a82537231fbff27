import { error } from '@sveltejs/kit';
import { changelogOf } from '#lib/server/changelog.ts';
import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const { items } = await api.releases();
  const release = items.find(({ version }) => version === params.version);
  if (release === undefined) {
    error(404, `No release has the version ${JSON.stringify(params.version)}: /data lists the releases.`);
  }
  return { release, changelog: await changelogOf(release, fetch), origin: url.origin };
};
