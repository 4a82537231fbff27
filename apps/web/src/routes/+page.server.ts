import { createClient } from '@counterclaim/api/client';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => ({
  api: await createClient(url.origin, { fetch }).health(),
});
