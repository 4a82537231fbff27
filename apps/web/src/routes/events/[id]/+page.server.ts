import { redirect } from '@sveltejs/kit';
import { eventEmbeds } from '#lib/components/embed/event-embeds.ts';
import { eventPage } from '#lib/components/event/page.ts';
import { formatDate } from '#lib/format/date.ts';
import { provenanceOf } from '#lib/components/provenance/wording.ts';
import { listedChanges } from '#lib/server/changes.ts';
import { cite } from '#lib/server/citation.ts';
import { eventLocator } from '#lib/server/event-locator.ts';
import { eventCharts } from '#lib/server/picture/event-picture.ts';
import { movedFrom, orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn, clearAsOf } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

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
    eventLocator(detail),
    cite({ title: event.title, id: event.id, path, retracted: event.retracted, dataset, asOf }, api, url),
    changesShown(),
    movedFrom('event', event.id, api, url),
  ]);
  const page = eventPage(detail, history.items);
  const frozen = asOf ?? new Date().toISOString().slice(0, 10);
  return {
    page,
    pictures: eventCharts({ page, locator }),
    embeds: { codes: eventEmbeds(page, locator, url.origin, frozen), day: formatDate(frozen, 'UTC') },
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
