import { createRoute } from '@hono/zod-openapi';
import { answer } from '../http/answer.ts';
import { listFrom, pageRequest } from '../http/paging.ts';
import { changeListQuery } from '../query/change-query.ts';
import { given } from '../query/given.ts';
import { changeList } from '../schema/change.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const listChanges = createRoute({
  method: 'get',
  path: '/changes',
  operationId: 'listChanges',
  tags: ['Changes'],
  summary: 'What the ledger did to records of its own',
  description: 'A page of corrections, retractions and redirects, the latest first, each with its reason.',
  request: { query: changeListQuery },
  responses: {
    200: { description: 'The changes.', content: { 'application/json': { schema: changeList } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter', 'invalid-cursor'),
  },
});

export const changeRoutes = ({ store }: Foundation) =>
  newRouter().openapi(listChanges, async (context) => {
    const query = context.req.valid('query');
    const page = await store.changes(given({ event: query.event }), pageRequest(context, query));
    return answer(context, changeList, listFrom(context, page));
  });
