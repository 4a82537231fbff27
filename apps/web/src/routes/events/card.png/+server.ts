import { citedEvents } from '#lib/server/cited-view.ts';
import { pictureAnswer } from '#lib/server/picture/answer.ts';
import { cardSvg } from '#lib/server/picture/card.ts';
import { listCard } from '#lib/server/picture/cards.ts';
import { nameValues } from '#lib/server/value-names.ts';
import { apiOf } from '#lib/state/api.ts';
import { contestedCount } from '#lib/state/contested.ts';
import { forCount, hasFilters, readQuery } from '#lib/state/event-query.ts';
import type { RequestHandler } from './$types';

/** What stands for a filtered list, and for the whole site, where it is linked. */
export const GET: RequestHandler = async ({ fetch, request, url }) => {
  const api = apiOf(fetch);
  const query = readQuery(url.searchParams);
  const facets = await api.facets(forCount(query));
  const title = hasFilters(query) ? citedEvents(query, await nameValues(api, query, facets)).title : undefined;
  const contested = contestedCount(facets.facets.status);
  const card = listCard({ title, total: facets.total, contested }, query.asOf);
  return pictureAnswer(cardSvg(card), 'png', request, 1);
};
