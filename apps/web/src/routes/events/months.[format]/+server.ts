import { error } from '@sveltejs/kit';
import { cite } from '#lib/server/citation.ts';
import { citedEvents } from '#lib/server/cited-view.ts';
import { pictureAnswer, pictureFormat } from '#lib/server/picture/answer.ts';
import { standalone } from '#lib/server/picture/frame.ts';
import { monthsPicture } from '#lib/server/picture/months-picture.ts';
import { nameValues } from '#lib/server/value-names.ts';
import { apiOf } from '#lib/state/api.ts';
import { forCount, readQuery } from '#lib/state/event-query.ts';
import type { RequestHandler } from './$types';

/** The months of a filtered list as a file of its own. */
export const GET: RequestHandler = async ({ fetch, params, request, url }) => {
  const format = pictureFormat(params.format);
  const api = apiOf(fetch);
  const query = readQuery(url.searchParams);
  const facets = await api.facets(forCount(query));
  const cited = citedEvents(query, await nameValues(api, query, facets));
  const picture = monthsPicture(facets.months, cited.title, await cite(cited, api, url));
  if (picture === undefined) error(404, 'No event is left by these filters: there are no months to draw.');
  return pictureAnswer(standalone(picture), format, request);
};
