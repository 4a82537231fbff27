import { changesFeed } from '#lib/server/feed.ts';
import type { RequestHandler } from './$types';

/** What the ledger did to records of its own, as a feed. */
export const GET: RequestHandler = ({ fetch, request, url }) => changesFeed(fetch, request, url.searchParams);
