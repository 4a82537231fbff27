import { type Client, createClient } from '@counterclaim/api/client';

/**
 * The API as a page's `load` asks it.
 *
 *     export const load: PageServerLoad = async ({ fetch, params }) => ({ actor: await apiOf(fetch).actor(params.id) });
 *
 * A refusal needs no handling: the `ProblemError` becomes the error page, with the API's status, words and request id (see
 * `failure.ts` and the `handleError` hooks).
 *
 * @param fetch Kit's own, of the load's event
 */
export const apiOf = (fetch: typeof globalThis.fetch): Client => createClient('', { fetch });
