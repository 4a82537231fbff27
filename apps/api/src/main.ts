import { serve } from '@hono/node-server';
import { createApp } from './app.ts';

/** The API alone, without the dashboard: the only file of this package that reads the environment and listens. */
const hostname = process.env['HOST'] ?? '127.0.0.1';
const port = Number(process.env['PORT'] ?? '3001');

const server = serve({ fetch: createApp().fetch, hostname, port }, (address) => {
  console.log(`API  http://${hostname}:${address.port}/api/v1`);
});
server.on('error', (error: Error) => {
  console.error(error.message);
  process.exit(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
