import { isEventId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { listFrom, pageRequest } from '../http/paging.ts';
import { unknownId } from '../http/problem.ts';
import { asOf, eventFilterOf, eventListQuery } from '../query/event-query.ts';
import { eventAnswer, eventList, historyList } from '../schema/event.ts';
import { problems } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Events'];
const eventId = z.strictObject({
  id: z.string().meta({ description: 'The event’s id.', examples: ['kabul-2020-11-21'] }),
});

const listEvents = createRoute({
  method: 'get',
  path: '/events',
  operationId: 'listEvents',
  tags,
  summary: 'Events that match the filters',
  description:
    'A page of events with what the assessment of the moment says of each. Filters that take several values mean any of them; different filters must all hold. `/facets` counts.',
  request: { query: eventListQuery },
  responses: {
    200: {
      description: 'The events.',
      content: { 'application/json': { schema: eventList } },
    },
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const getEvent = createRoute({
  method: 'get',
  path: '/events/{id}',
  operationId: 'getEvent',
  tags,
  summary: 'One event with its assessment',
  description:
    'The event, its assessment, and everything that the assessment rests on: all claims about it, known or not at `asOf`, with their sources, actors and places.',
  request: { params: eventId, query: z.strictObject({ asOf: asOf.optional() }) },
  responses: {
    200: { description: 'The event.', content: { 'application/json': { schema: eventAnswer } } },
    ...problems('malformed-url', 'invalid-parameter', 'not-found'),
  },
});

const getEventHistory = createRoute({
  method: 'get',
  path: '/events/{id}/history',
  operationId: 'getEventHistory',
  tags,
  summary: 'How an event’s assessment changed',
  description: 'The pieces of time during which the assessment stays the same, oldest first, without gaps.',
  request: { params: eventId, query: z.strictObject({}) },
  responses: {
    200: { description: 'The pieces.', content: { 'application/json': { schema: historyList } } },
    ...problems('malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export const eventRoutes = ({ store }: Foundation) =>
  newRouter()
    .openapi(listEvents, async (context) => {
      const query = context.req.valid('query');
      const page = await store.events(eventFilterOf(query), query.sort ?? '-date', pageRequest(context, query));
      return answer(context, eventList, listFrom(context, page));
    })
    .openapi(getEvent, async (context) => {
      const { id } = context.req.valid('param');
      const { asOf } = context.req.valid('query');
      const detail = isEventId(id) ? await store.event(id, asOf) : undefined;
      if (detail === undefined) throw unknownId('id', 'event', id);
      const { dataset, dossier, assessment, summary } = detail;
      return answer(context, eventAnswer, { dataset, ...dossier, assessment, summary });
    })
    .openapi(getEventHistory, async (context) => {
      const { id } = context.req.valid('param');
      const items = isEventId(id) ? await store.history(id) : undefined;
      if (items === undefined) throw unknownId('id', 'event', id);
      return answer(context, historyList, { items });
    });
