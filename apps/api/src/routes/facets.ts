import { createRoute } from '@hono/zod-openapi';
import { answer } from '../http/answer.ts';
import { eventFilterOf, eventFilterQuery } from '../query/event-query.ts';
import { facets } from '../schema/facets.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const getFacets = createRoute({
  method: 'get',
  path: '/facets',
  operationId: 'getFacets',
  tags: ['Events'],
  summary: 'How many events match',
  description:
    'The number of events that match the filters of `/events`, by month, and by each value that another filter could take. Each facet leaves its own filter out.',
  request: { query: eventFilterQuery },
  responses: {
    200: { description: 'The counts.', content: { 'application/json': { schema: facets } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

export const facetRoutes = ({ store }: Foundation) =>
  newRouter().openapi(getFacets, async (context) =>
    answer(context, facets, await store.facets(eventFilterOf(context.req.valid('query')))),
  );
