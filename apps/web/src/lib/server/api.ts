/**
 * How pages reach the API while they are rendered: a fetch function that the process provides once, before the first request.
 *
 * `server.ts` provides the Hono app itself (no socket in between), or a remote API; `vite.config.ts` the one of `pnpm dev`. Kit's
 * built server is a bundle with its own copy of this module, so the function stands in a slot that all copies share.
 */
export type ApiFetch = (request: Request) => Response | Promise<Response>;

const slot = Symbol.for('counterclaim.web.api');
const shared = globalThis as { [slot]?: ApiFetch };

export function provideApi(api: ApiFetch): void {
  shared[slot] = api;
}

/** The provided API. Throws when nothing was provided, which is a mistake in the start of the process. */
export function providedApi(): ApiFetch {
  const api = shared[slot];
  if (api === undefined) throw new Error('No API: call provideApi() before the first page is rendered.');
  return api;
}

/** Headers that belong to one connection, and those that would no longer fit a body that fetch has already decompressed. */
const ownHeaders = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'host', 'content-length'];

/**
 * An API in another process.
 * @param base its address without a path
 */
export function remoteApi(base: string): ApiFetch {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    for (const name of ownHeaders) headers.delete(name);
    headers.set('accept-encoding', 'identity');
    // Says that somebody else asks: what the API shows to its own machine alone, it does not show to readers of pages.
    headers.append('via', '1.1 counterclaim');
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    return fetch(new URL(pathname + search, base), {
      method: request.method,
      headers,
      redirect: 'manual',
      signal: request.signal,
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
    });
  };
}
