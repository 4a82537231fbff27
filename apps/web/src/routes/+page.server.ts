import { createClient } from '@counterclaim/api/client';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const response = await createClient(url.origin, fetch).api.health.$get();
  return { api: await response.json() };
};
