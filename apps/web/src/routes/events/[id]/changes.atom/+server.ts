import { changesFeed } from '#lib/server/feed.ts';
import { orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import type { RequestHandler } from './$types';

/** What the ledger did to records that touch an event, as a feed. */
export const GET: RequestHandler = async ({ fetch, params, request, url }) => {
  // An event that there never was has no feed, not an empty one.
  await orMoved(apiOf(fetch).event(params.id), url, { note: false });
  const parameters = new URLSearchParams(url.searchParams);
  parameters.set('event', params.id);
  return changesFeed(fetch, request, parameters);
};
