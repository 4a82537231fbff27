import type { HandleFetch } from '@sveltejs/kit/hooks';
import { providedApi } from '#lib/server/api.ts';

/** A page's `fetch('/api/…')` on the server calls the API in this process (or `API_URL`), not the network. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const { origin, pathname } = new URL(request.url);
  const isApi = origin === event.url.origin && pathname.startsWith('/api/');
  return isApi ? providedApi()(request) : fetch(request);
};
