import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ api: await apiOf(fetch).health() });
