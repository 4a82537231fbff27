/**
 * The dashboard's only listener: `/api/…` goes straight to the API, all else to Kit's built handler.
 * The only file here that reads the environment of a running server: HOST, PORT, ORIGIN, API_URL,
 * COUNTERCLAIM_DATA, COUNTERCLAIM_RELEASES, COUNTERCLAIM_SOURCES.
 */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { getRequestListener } from '@hono/node-server';
import compression from 'compression';
import { openService, refuseMalformed } from '@counterclaim/api';
import { provideApi, remoteApi } from './src/lib/server/api.ts';

const host = process.env['HOST'] || '127.0.0.1';
const port = Number(process.env['PORT'] || '3000');
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(`PORT=${process.env['PORT']} is not a port: choose a number from 0 to 65535.`);
}

const apiUrl = process.env['API_URL'];
const service = apiUrl ? undefined : await openService(process.env).catch((error: unknown) => fail(messageOf(error)));
const api = service?.app.fetch ?? remoteApi(apiUrl ?? '');
provideApi(api);
const answerApi =
  service?.app.listener ?? getRequestListener((request) => api(request), { overrideGlobalObjects: false });

const answerPage = await pages(process.env['ORIGIN']);

const server = createServer((request, response) => {
  // `/api` and `/api/` themselves are the page that explains the API.
  if (/^\/api\/[^?]/.test(request.url ?? '')) void answerApi(request, response);
  else answerPage(request, response);
});
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;
// A client that stops reading a download does not hold its connection for ever.
server.timeout = 60_000;
server.on('clientError', refuseMalformed);

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    fail(
      `Port ${port} on ${host} is in use: stop the program that uses it, or choose another, such as PORT=${port + 1}.`,
    );
  }
  if (error.code === 'EACCES') fail(`Not allowed to listen on port ${port}: choose one above 1023, such as PORT=3000.`);
  fail(`Cannot listen on HOST=${host}, PORT=${port}: ${error.message}`);
});
server.listen(port, host, () => {
  const origin = `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`;
  console.log(`Dashboard  ${origin}/\nAPI        ${origin}/api/v1`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, shutDown);

/** Lets running requests finish, for at most ten seconds; a second signal ends the process at once. */
function shutDown(): void {
  server.close(() => void (service?.close() ?? Promise.resolve()).finally(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
}

/**
 * Kit's handler with compression. Kit derives a page's own address from request headers; these are set here, so that
 * no client chooses them: from ORIGIN behind a proxy, else plain HTTP to whatever host was asked.
 */
async function pages(origin: string | undefined): Promise<RequestListener> {
  const url = origin ? parseOrigin(origin) : undefined;
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  const built = new URL('./build/handler.js', import.meta.url).href;
  const { handler } = (await import(built)) as {
    handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  };
  const compress = compression();
  return (request, response) => {
    request.headers['x-forwarded-proto'] = url ? url.protocol.slice(0, -1) : 'http';
    if (url) request.headers.host = url.host;
    // The types are Express's; the function asks for no more than Node's own request and response.
    compress(request as never, response as never, () =>
      handler(request, response, () => response.writeHead(404).end()),
    );
  };
}

function parseOrigin(origin: string): URL {
  const url = URL.parse(origin);
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    fail(`ORIGIN=${origin} is not an address: write it as https://example.org.`);
  }
  return url;
}

/** A host as it stands in a URL that can be opened from this machine. */
function urlHost(name: string): string {
  if (name === '0.0.0.0' || name === '::') return 'localhost';
  return name.includes(':') ? `[${name}]` : name;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
