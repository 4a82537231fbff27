import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { answer } from '../http/answer.ts';
import { coverage } from '../schema/coverage.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const getCoverage = createRoute({
  method: 'get',
  path: '/coverage',
  operationId: 'getCoverage',
  tags: ['Service'],
  summary: 'What is covered, and what is not',
  description:
    'Counts over everything that is served: events by month, contested ones, claims with a passage that can be checked, documents by publisher, wire and language, and what is missing.',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The coverage.', content: { 'application/json': { schema: coverage } } },
    ...unchanged,
    ...problems('malformed-url', 'invalid-parameter'),
  },
});

export const coverageRoutes = ({ store }: Foundation) =>
  newRouter().openapi(getCoverage, async (context) => answer(context, coverage, await store.coverage()));
