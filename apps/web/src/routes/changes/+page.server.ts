import { changeDays } from '#lib/components/change/days.ts';
import { listedChanges } from '#lib/server/changes.ts';
import { orLedTo } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import type { PageServerLoad } from './$types';

/** Changes on one page. */
const LIMIT = 50;

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, url }) => {
  const api = apiOf(fetch);
  const asked = (name: string): string | undefined => url.searchParams.get(name) || undefined;
  const [cursor, before, event] = [asked('cursor'), asked('before'), asked('event')];
  const about = event === undefined ? undefined : await orLedTo(api.event(event), ({ to }) => `/changes?event=${to}`);
  const [page, releases] = await Promise.all([
    api.changes({ event, limit: LIMIT, cursor }),
    // A release is of everything, not of one event.
    event === undefined ? api.releases() : { items: [] },
  ]);
  const changes = await listedChanges(page.items, api);
  const older = new URLSearchParams({
    ...(event === undefined ? {} : { event }),
    cursor: page.cursor ?? '',
    before: changes.at(-1)?.date ?? '',
  });
  return {
    days: changeDays(changes, releases.items, { before, more: page.cursor !== undefined }),
    isFirst: cursor === undefined,
    older: page.cursor === undefined ? undefined : `/changes?${older.toString()}`,
    about: about && { title: about.event.title, path: `/events/${about.event.id}` },
  };
};
