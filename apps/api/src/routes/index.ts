import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { component } from '../schema/component.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { newRouter } from './router.ts';

const index = component(
  'Index',
  'What there is.',
  z.strictObject({
    description: z.string().meta({ description: 'Where the API is described in full.' }),
    addresses: z.array(z.strictObject({ path: z.string(), summary: z.string() })),
  }),
);

const getIndex = createRoute({
  method: 'get',
  path: '/v1',
  operationId: 'getIndex',
  tags: ['Service'],
  summary: 'What there is',
  description: 'Every address of the API, for those who open it without knowing any.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The addresses.', content: { 'application/json': { schema: index } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

/** @param addresses called when the index is asked for, after every route is there */
export const indexRoutes = (addresses: () => z.output<typeof index>['addresses']) =>
  newRouter().openapi(getIndex, (context) =>
    answer(context, index, { description: '/api/openapi.json', addresses: addresses() }),
  );
