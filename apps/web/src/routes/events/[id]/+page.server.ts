import { indexById, type Place, type PlaceId } from '@counterclaim/domain';
import { redirect } from '@sveltejs/kit';
import type { EventAnswer } from '@counterclaim/api/client';
import { eventPage } from '#lib/components/event/page.ts';
import type { Locator } from '#lib/components/map/locator.ts';
import { provenanceOf } from '#lib/components/provenance/wording.ts';
import { listedChanges } from '#lib/server/changes.ts';
import { cite } from '#lib/server/citation.ts';
import { locate } from '#lib/server/geography/locator.ts';
import { movedFrom, orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn, clearAsOf } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** Where the event was: its first place that has a point, with what that lies within. */
function locatorOf({ event, places }: EventAnswer): Promise<Locator> {
  const index = indexById(places);
  const own = event.places.flatMap(({ place }) => index.get(place) ?? []);
  const located = own.find(({ geometry }) => geometry.type === 'point');
  const around: Place[] = [];
  for (let next: PlaceId | undefined = located?.within; next !== undefined;) {
    const place = index.get(next);
    if (place === undefined || around.includes(place)) break;
    around.push(place);
    next = place.within;
  }
  return locate(located === undefined ? own : [located], around);
}

/** Changes of its records that the page shows; the rest is a link away. */
const CHANGES = 20;

/** Nothing here waits for the browser: the page is drawn once, on the server, and loads no code to draw it again (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  // What the as-of form sends when nothing is chosen.
  if (url.searchParams.get('asOf') === '') redirect(303, clearAsOf(url));
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const [detail, history] = await orMoved(Promise.all([api.event(params.id, { asOf }), api.history(params.id)]), url);
  const { event, dataset } = detail;
  const path = `/events/${event.id}`;
  const changesShown = async () => {
    const { items, cursor } = await api.changes({ event: event.id, limit: CHANGES });
    return { items: await listedChanges(items, api), more: cursor !== undefined };
  };
  const [locator, citation, changes, moved] = await Promise.all([
    locatorOf(detail),
    cite({ title: event.title, id: event.id, path, retracted: event.retracted, dataset, asOf }, api, url),
    changesShown(),
    movedFrom('event', event.id, api, url),
  ]);
  return {
    page: eventPage(detail, history.items),
    asOf,
    path,
    zone: event.zone,
    locator,
    citation,
    changes,
    moved,
    provenance: provenanceOf(detail, detail.assessment),
    downloads: {
      json: asOf === undefined ? `/api/v1${path}` : `/api/v1${path}?asOf=${encodeURIComponent(asOf)}`,
      csv: api.claimsUrl('csv', { event: event.id, asOf }),
    },
  };
};
