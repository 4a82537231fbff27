import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Health } from '../answers.ts';
import { answer } from '../http/answer.ts';
import { component } from '../schema/component.ts';
import { problems } from '../schema/problem.ts';
import { ensureSame, type Same } from '../schema/same.ts';
import { newRouter } from './router.ts';

const healthSchema = component('Health', 'That the server answers.', z.strictObject({ status: z.literal('ok') }));
ensureSame<Same<z.output<typeof healthSchema>, Health>>();

const getHealth = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  tags: ['Service'],
  summary: 'Whether the server answers',
  description: 'Answers 200 when the server runs and its store can be read, else 503. Never cached.',
  responses: {
    200: { description: 'The server answers.', content: { 'application/json': { schema: healthSchema } } },
    ...problems(),
  },
});

export const healthRoutes = () =>
  newRouter().openapi(getHealth, (context) => {
    // The store has been asked for its state before any route is called.
    context.header('cache-control', 'no-store');
    return answer(context, healthSchema, { status: 'ok' });
  });
