import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { newRouter } from './router.ts';

const document = z.looseObject({ openapi: z.string() });

const getOpenApi = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tags: ['Service'],
  summary: 'This description',
  description: 'The description of the API in OpenAPI 3.1.',
  responses: {
    200: { description: 'The description.', content: { 'application/json': { schema: document } } },
    ...unchanged,
    ...problems('malformed-url'),
  },
});

/** @param describe makes the document; called when it is first asked for, after every route is there */
export function openApiRoutes(describe: () => object) {
  let described: object | undefined;
  return newRouter().openapi(getOpenApi, (context) => answer(context, document, (described ??= describe()) as never));
}
