import { createClient } from '@counterclaim/api/client';

/**
 * The feed of changes as the API gives it out, passed on: with its tag, or as not modified.
 *
 * @param request of the reader
 * @param parameters `event`, `limit`, `cursor`: the API says what is wrong with them
 */
export async function changesFeed(
  fetch: typeof globalThis.fetch,
  request: Request,
  parameters: URLSearchParams,
): Promise<Response> {
  const tag = request.headers.get('if-none-match');
  const query = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  const answer = await fetch(`${createClient('').changesUrl('atom')}${query}`, {
    headers: { accept: '*/*', ...(tag === null ? {} : { 'if-none-match': tag }) },
  });
  return new Response(answer.body, answer);
}
