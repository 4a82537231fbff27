import { redirect } from '@sveltejs/kit';
import { codingsOf } from '#lib/components/compare/codings.ts';
import { compareCodings, compareEvents } from '#lib/components/compare/page.ts';
import { readEvent } from '#lib/components/event/reading.ts';
import { cite } from '#lib/server/citation.ts';
import { citedComparison } from '#lib/server/cited-view.ts';
import { comparedEvents } from '#lib/server/compared.ts';
import { relatedEvents } from '#lib/server/related-events.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn, clearAsOf } from '#lib/state/as-of.ts';
import { comparisonUrl, idsIn, MOST_COMPARED } from '#lib/state/comparison-query.ts';
import type { PageServerLoad } from './$types';

/** Nothing on this page waits for the browser (ADR 0008). */
export const csr = false;

export const load: PageServerLoad = async ({ fetch, url }) => {
  if (url.searchParams.get('asOf') === '') redirect(303, clearAsOf(url));
  const asOf = asOfIn(url);
  const ids = idsIn(url.searchParams);
  // The boxes of a form come as several parameters.
  if (url.searchParams.getAll('ids').length > 1) redirect(303, comparisonUrl(ids, asOf));

  const api = apiOf(fetch);
  const { events, ignored, moved } = await comparedEvents(ids, asOf, api);
  const [first] = events;
  const comparison =
    first === undefined
      ? undefined
      : events.length === 1
        ? compareCodings(codingsOf(first))
        : compareEvents(events.map(readEvent), asOf);
  const compared = events.map(({ event }) => ({ id: event.id, title: event.title }));
  return {
    comparison,
    compared,
    citation: comparison && (await cite(citedComparison(compared, asOf), api, url)),
    ignored,
    moved,
    unknown: [...new Set(url.searchParams.keys())].filter((name) => name !== 'ids' && name !== 'asOf'),
    related:
      first === undefined || events.length >= MOST_COMPARED
        ? []
        : (await relatedEvents(first, asOf, api)).filter(({ id }) => events.every(({ event }) => event.id !== id)),
    asOf,
  };
};
