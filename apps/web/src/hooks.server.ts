import { ProblemError } from '@counterclaim/api/client';
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { providedApi } from '#lib/server/api.ts';
import { isEmbedded } from '#lib/state/embedded.ts';
import { failureOf } from '#lib/state/failure.ts';
import { parseTheme, THEME_COOKIE } from '#lib/state/theme.ts';

/** Gives every request an id, and renders the chosen theme into the document, so that no page flashes in the other one. */
export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId = crypto.randomUUID();
  const embedded = isEmbedded(event.route);
  // A frame of another site has no cookies of ours: its address decides.
  const theme = parseTheme(embedded ? event.url.searchParams.get('theme') : event.cookies.get(THEME_COOKIE));
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%theme%', theme),
  });
  response.headers.set('x-request-id', event.locals.requestId);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  if (embedded) {
    allowFraming(response.headers);
    return response;
  }
  // The same address looks different to another reader.
  if (response.headers.get('content-type')?.startsWith('text/html') === true) response.headers.append('vary', 'Cookie');
  return response;
};

/** No page may be framed (`vite.config.ts`) but those that are made for it (ADR 0021). */
function allowFraming(headers: Headers): void {
  const policy = headers.get('content-security-policy');
  if (policy !== null) {
    headers.set('content-security-policy', policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'));
  }
}

/** A page's `fetch('/api/…')` on the server calls the API in this process (or `API_URL`), not the network. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const { origin, pathname } = new URL(request.url);
  const isApi = origin === event.url.origin && pathname.startsWith('/api/');
  if (!isApi) return fetch(request);
  request.headers.set('x-request-id', event.locals.requestId);
  return providedApi()(request);
};

/** Turns a refusal of the API into its error page; a mistake of ours is logged with the id that its page shows. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals;
  const refused = error instanceof ProblemError && error.status > 0 && error.status < 500;
  if (kind === 'unknown' && !refused) console.error(`request ${requestId} to ${event.url.pathname} failed:`, error);
  return failureOf(error, requestId);
};
