import { error } from '@sveltejs/kit';
import { embeddedEvent } from '#lib/server/embed.ts';
import { pictureAnswer, pictureFormat } from '#lib/server/picture/answer.ts';
import { cardSvg } from '#lib/server/picture/card.ts';
import { eventCard } from '#lib/server/picture/cards.ts';
import { EVENT_CHARTS, eventPicture } from '#lib/server/picture/event-picture.ts';
import { standalone } from '#lib/server/picture/frame.ts';
import { apiOf } from '#lib/state/api.ts';
import { asOfIn } from '#lib/state/as-of.ts';
import type { RequestHandler } from './$types';

/** A chart of an event as a file of its own, or the card that stands for its page where it is linked; as of the asked date. */
export const GET: RequestHandler = async ({ fetch, params, request, url }) => {
  const chart = EVENT_CHARTS.find((name) => name === params.picture);
  if (chart === undefined && params.picture !== 'card') {
    error(404, `There is no picture ${params.picture}: write matrix, toll, map or card.`);
  }
  const format = pictureFormat(params.format);
  const asOf = asOfIn(url);
  const address = (id: string): string => `/events/${id}/${params.picture}.${format}${url.search}`;
  const event = await embeddedEvent(params.id, asOf, apiOf(fetch), url, address);
  if (chart === undefined) return pictureAnswer(cardSvg(eventCard(event.page, asOf)), format, request, 1);
  const picture = eventPicture(chart, event);
  if (picture === undefined) error(404, `Nothing is recorded of this event that ${chart}.${format} could draw.`);
  return pictureAnswer(standalone(picture), format, request);
};
