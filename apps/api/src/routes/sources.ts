import { isSourceId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { absent } from '../http/moved.ts';
import { listFrom, pageRequest } from '../http/paging.ts';
import { sourceFilterOf, sourceListQuery } from '../query/source-query.ts';
import { sourceDetail, sourceList } from '../schema/detail.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const tags = ['Sources'];

const listSources = createRoute({
  method: 'get',
  path: '/sources',
  operationId: 'listSources',
  tags,
  summary: 'Documents',
  description: 'A page of the documents in which claims were made that match the filters, in the order of their ids.',
  request: { query: sourceListQuery },
  responses: {
    200: { description: 'The sources.', content: { 'application/json': { schema: sourceList } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

const getSource = createRoute({
  method: 'get',
  path: '/sources/{id}',
  operationId: 'getSource',
  tags,
  summary: 'One document with its claims',
  description: 'The document, its claims in the order of their passages, and what they name.',
  request: {
    params: z.strictObject({
      id: z.string().meta({ description: 'The source’s id.', examples: ['dawn-2020-11-21'] }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The source.', content: { 'application/json': { schema: sourceDetail } } },
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found'),
  },
});

export const sourceRoutes = ({ store }: Foundation) =>
  newRouter()
    .openapi(listSources, async (context) => {
      const query = context.req.valid('query');
      const page = await store.sources(sourceFilterOf(query), pageRequest(context, query));
      return answer(context, sourceList, listFrom(context, page));
    })
    .openapi(getSource, async (context) => {
      const { id } = context.req.valid('param');
      const detail = isSourceId(id) ? await store.source(id) : undefined;
      if (detail === undefined) throw await absent(context, store, 'source', id);
      return answer(context, sourceDetail, detail);
    });
