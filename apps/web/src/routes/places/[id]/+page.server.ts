import { monthEmbeds } from '#lib/components/embed/month-embeds.ts';
import { formatDate } from '#lib/format/date.ts';
import { recordChanges } from '#lib/server/changes.ts';
import { cite } from '#lib/server/citation.ts';
import { citedPlace } from '#lib/server/cited-view.ts';
import { locate } from '#lib/server/geography/locator.ts';
import { movedFrom, orMoved } from '#lib/server/moved.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { PageServerLoad } from './$types';

/** Events on the page; the rest is a link away. */
const LIMIT = 50;

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const api = apiOf(fetch);
  const asOf = asOfIn(url);
  const [detail, events] = await Promise.all([
    orMoved(api.place(params.id), url),
    api.events({ place: params.id, asOf, limit: LIMIT }),
  ]);
  const { place } = detail;
  const [locator, changes, moved, citation] = await Promise.all([
    locate([place], detail.within),
    recordChanges('place', place, api),
    movedFrom('place', place.id, api, url),
    cite(citedPlace(place, asOf), api, url),
  ]);
  const frozen = asOf ?? new Date().toISOString().slice(0, 10);
  const embeds = { codes: monthEmbeds('place', place, url.origin, frozen), day: formatDate(frozen, 'UTC') };
  return { detail, events, locator, changes, moved, citation, embeds };
};
