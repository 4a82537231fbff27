import { error } from '@sveltejs/kit';
import { embeddedMonths } from '#lib/server/embed.ts';
import { pictureAnswer, pictureFormat } from '#lib/server/picture/answer.ts';
import { standalone } from '#lib/server/picture/frame.ts';
import { monthsPicture } from '#lib/server/picture/months-picture.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { RequestHandler } from './$types';

/** The months of the events of an actor as a file of its own. */
export const GET: RequestHandler = async ({ fetch, params, request, url }) => {
  const format = pictureFormat(params.format);
  const address = (id: string): string => `/actors/${id}/months.${format}${url.search}`;
  const { months, title, citation } = await embeddedMonths('actor', params.id, asOfIn(url), apiOf(fetch), url, address);
  const picture = monthsPicture(months, `${title}: events by month`, citation);
  if (picture === undefined) error(404, 'No event is recorded: there are no months to draw.');
  return pictureAnswer(standalone(picture), format, request);
};
