/**
 * The dashboard's only listener: `/api/…` goes straight to the API, all else to Kit's built handler.
 * The only file here that reads the environment of a running server: HOST, PORT, ORIGIN, API_URL, LOG_LEVEL, DATABASE_URL,
 * DATABASE_READ_URL, DATABASE_CONNECTIONS, COUNTERCLAIM_COLUMNS_MIB, COUNTERCLAIM_DATA, COUNTERCLAIM_MAX_CONNECTIONS,
 * COUNTERCLAIM_METRICS_TOKEN, COUNTERCLAIM_RELEASES, COUNTERCLAIM_SOURCES.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import process from 'node:process';
import { getRequestListener } from '@hono/node-server';
import compression from 'compression';
import {
  endWhenTold,
  type Metrics,
  openLogger,
  openService,
  refuseToStart,
  serve,
  serveOptions,
} from '@counterclaim/api';
import { provideApi, remoteApi } from './src/lib/server/api.ts';
import { provideRasterizer } from './src/lib/server/raster/provided.ts';
import { openRasterizer } from './src/lib/server/raster/rasterizer.ts';

try {
  await start();
} catch (error) {
  refuseToStart(error);
}

async function start(): Promise<void> {
  const options = serveOptions(process.env, 3000);
  const logger = openLogger(process.env);
  const apiUrl = process.env['API_URL'];
  const service = apiUrl ? undefined : await openService(process.env, logger);
  const api = service?.app.fetch ?? remoteApi(apiUrl ?? '');
  provideApi(api);
  provideRasterizer(openRasterizer());
  const answerApi =
    service?.app.listener ?? getRequestListener((request) => api(request), { overrideGlobalObjects: false });
  const answerPage = await pages(process.env['ORIGIN'], service?.app.metrics);

  const serving = await serve(
    (request, response) => {
      // `/api` and `/api/` themselves are the page that explains the API.
      if (/^\/api\/[^?]/.test(request.url ?? '')) void answerApi(request, response);
      else answerPage(request, response);
    },
    { ...options, metrics: service?.app.metrics, logger },
  );
  const origin = `http://${urlHost(options.host)}:${serving.port}`;
  // Whoever reads the address may end the process at once.
  endWhenTold(() => serving.close().then(() => service?.close()));
  console.log(`Dashboard  ${origin}/\nAPI        ${origin}/api/v1`);
}

/**
 * Kit's handler with compression. Kit derives a page's own address from request headers; these are set here, so that
 * no client chooses them: from ORIGIN behind a proxy, else plain HTTP to whatever host was asked.
 */
async function pages(origin: string | undefined, metrics: Metrics | undefined): Promise<RequestListener> {
  const url = origin ? parseOrigin(origin) : undefined;
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  const built = new URL('./build/handler.js', import.meta.url).href;
  const { handler } = (await import(built)) as {
    handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  };
  const compress = compression();
  return (request, response) => {
    // A frame in the sandbox of another site has no origin, and loads its fonts as a stranger.
    if (isFile(request)) response.setHeader('access-control-allow-origin', '*');
    if (metrics !== undefined) count(metrics, request, response);
    request.headers['x-forwarded-proto'] = url ? url.protocol.slice(0, -1) : 'http';
    if (url) request.headers.host = url.host;
    // The types are Express's; the function asks for no more than Node's own request and response.
    compress(request as never, response as never, () =>
      handler(request, response, () => response.writeHead(404).end()),
    );
  };
}

/** Whether a file of the build is asked for: the same for everybody. */
const isFile = ({ url }: IncomingMessage): boolean => url?.startsWith('/_app/') === true;

/** Pages are one route to the metrics, and the files that they load another. */
function count(metrics: Metrics, request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const route = isFile(request) ? 'file' : 'page';
  response.once('finish', () => {
    metrics.answered(request.method ?? 'GET', route, response.statusCode, (performance.now() - began) / 1000);
  });
}

function parseOrigin(origin: string): URL {
  const url = URL.parse(origin);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Error(`ORIGIN=${origin} is not an address: write it as https://example.org.`);
  }
  return url;
}

/** A host as it stands in a URL that can be opened from this machine. */
function urlHost(name: string): string {
  if (name === '0.0.0.0' || name === '::') return 'localhost';
  return name.includes(':') ? `[${name}]` : name;
}
