import { isEventId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { type EventRow, EVENT_COLUMNS, mediaTypes, writeCsv, writeGeoJson } from '@counterclaim/interchange/serving';
import type { Context } from 'hono';
import { answer } from '../http/answer.ts';
import type { Environment } from '../http/environment.ts';
import { exportFile, type FileAnswer } from '../http/export.ts';
import { absent } from '../http/moved.ts';
import { listFrom, pageRequest, refusePaging } from '../http/paging.ts';
import { walk } from '../http/walk.ts';
import { asOf, eventExportQuery, eventFilterOf, eventListQuery } from '../query/event-query.ts';
import { eventsCsv } from '../schema/csv.ts';
import { eventAnswer, eventList, historyList } from '../schema/event.ts';
import { featureCollection } from '../schema/geojson.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const WRITERS = {
  csv: (events: AsyncIterable<EventRow>) => writeCsv(EVENT_COLUMNS, events),
  geojson: writeGeoJson,
} as const;

const tags = ['Events'];
const eventId = z.strictObject({
  id: z.string().meta({ description: 'The event’s id.', examples: ['2020-11-21-kabul-rockets'] }),
});

const listEvents = createRoute({
  method: 'get',
  path: '/events',
  operationId: 'listEvents',
  tags,
  summary: 'Events that match the filters',
  description:
    'A page of events with what the assessment of the moment says of each. Filters that take several values mean any of them; different filters must all hold. `/facets` counts. Asked for CSV or GeoJSON, the answer is the complete set, as `/events.csv` and `/events.geojson` give it.',
  request: { query: eventListQuery },
  responses: {
    200: {
      description: 'The events.',
      content: {
        'application/json': { schema: eventList },
        [mediaTypes.csv]: { schema: eventsCsv },
        [mediaTypes.geojson]: { schema: featureCollection },
      },
    },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const exportEventsCsv = createRoute({
  method: 'get',
  path: '/events.csv',
  operationId: 'exportEventsCsv',
  tags,
  summary: 'Events that match the filters, as CSV',
  description: 'All of them, one row an event, in the order of `sort`.',
  request: { query: eventExportQuery },
  responses: {
    200: { description: 'The events.', content: { [mediaTypes.csv]: { schema: eventsCsv } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

const exportEventsGeoJson = createRoute({
  method: 'get',
  path: '/events.geojson',
  operationId: 'exportEventsGeoJson',
  tags,
  summary: 'Events that match the filters, as GeoJSON',
  description: 'All of them, one feature an event, in the order of `sort`; those without a point have no geometry.',
  request: { query: eventExportQuery },
  responses: {
    200: { description: 'The events.', content: { [mediaTypes.geojson]: { schema: featureCollection } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
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
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found'),
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
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export function eventRoutes({ store }: Foundation) {
  function exportEvents(
    context: Context<Environment>,
    query: z.output<typeof eventExportQuery>,
    format: keyof typeof WRITERS,
  ): FileAnswer {
    const filter = eventFilterOf(query);
    const events = walk(store, context.env.revision, (page) => store.events(filter, query.sort ?? '-date', page));
    return exportFile(context, `counterclaim-events.${format}`, WRITERS[format](events));
  }

  return newRouter()
    .openapi(listEvents, async (context) => {
      const query = context.req.valid('query');
      const { format } = context.env;
      if (format === 'csv' || format === 'geojson') {
        refusePaging(query, format);
        return exportEvents(context, query, format);
      }
      const page = await store.events(eventFilterOf(query), query.sort ?? '-date', pageRequest(context, query));
      return answer(context, eventList, listFrom(context, page));
    })
    .openapi(exportEventsCsv, (context) => exportEvents(context, context.req.valid('query'), 'csv'))
    .openapi(exportEventsGeoJson, (context) => exportEvents(context, context.req.valid('query'), 'geojson'))
    .openapi(getEvent, async (context) => {
      const { id } = context.req.valid('param');
      const { asOf } = context.req.valid('query');
      const detail = isEventId(id) ? await store.event(id, asOf) : undefined;
      if (detail === undefined) throw await absent(context, store, 'event', id);
      const { dataset, dossier, assessment, summary } = detail;
      return answer(context, eventAnswer, { dataset, ...dossier, assessment, summary });
    })
    .openapi(getEventHistory, async (context) => {
      const { id } = context.req.valid('param');
      const items = isEventId(id) ? await store.history(id) : undefined;
      if (items === undefined) throw await absent(context, store, 'event', id);
      return answer(context, historyList, { items });
    });
}
