import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';

const health = createRoute({
  method: 'get',
  path: '/api/health',
  responses: {
    200: {
      description: 'The server answers.',
      content: { 'application/json': { schema: z.strictObject({ status: z.literal('ok') }) } },
    },
  },
});

/**
 * The API as a fetch function with routes; it listens nowhere by itself.
 * The return type is inferred on purpose: the typed client is derived from it.
 */
export function createApp() {
  return new OpenAPIHono().openapi(health, (context) => context.json({ status: 'ok' as const }, 200));
}

export type App = ReturnType<typeof createApp>;
