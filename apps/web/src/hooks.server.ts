import type { Handle, HandleFetch } from '@sveltejs/kit/hooks';
import { providedApi } from '#lib/server/api.ts';
import { parseTheme, THEME_COOKIE } from '#lib/state/theme.ts';

/** Renders the chosen theme into the document, so that no page flashes in the other one. */
export const handle: Handle = async ({ event, resolve }) => {
  const theme = parseTheme(event.cookies.get(THEME_COOKIE));
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%theme%', theme),
  });
  // The same address looks different to another reader.
  if (response.headers.get('content-type')?.startsWith('text/html') === true) response.headers.append('vary', 'Cookie');
  return response;
};

/** A page's `fetch('/api/…')` on the server calls the API in this process (or `API_URL`), not the network. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const { origin, pathname } = new URL(request.url);
  const isApi = origin === event.url.origin && pathname.startsWith('/api/');
  return isApi ? providedApi()(request) : fetch(request);
};
