import { hc } from 'hono/client';
import type { App } from './app.ts';

/** A client whose methods, parameters and answers are typed by the routes themselves. */
export type Client = ReturnType<typeof hc<App>>;

/**
 * @param origin where the API is, without a path: `https://example.org`, or `/` in a page that it serves itself
 * @param fetch what makes the requests: the global one unless given
 */
export function createClient(origin: string, fetch?: typeof globalThis.fetch): Client {
  return hc<App>(origin, fetch === undefined ? {} : { fetch });
}
