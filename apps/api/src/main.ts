/**
 * The API alone, without the dashboard: the only file of this package that reads the environment and listens.
 * HOST, PORT, ORIGIN, COUNTERCLAIM_DATA, COUNTERCLAIM_RELEASES, COUNTERCLAIM_SOURCES, LOG_LEVEL.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { refuseMalformed } from './http/malformed.ts';
import { openService } from './service.ts';

const { HOST: host = '127.0.0.1', PORT = '3001', LOG_LEVEL = 'warn' } = process.env;
const port = Number(PORT);
if (!/^\d+$/.test(PORT) || port > 65_535) fail(`PORT=${PORT} is not a port: choose a number from 0 to 65535.`);

const logger = pino({ level: LOG_LEVEL, serializers: { error: pino.stdSerializers.err } }, pino.destination(2));
const service = await openService(process.env, logger).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);

const server = createServer(service.app.listener);
server.headersTimeout = 10_000;
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;
// A client that reads nothing for a minute.
server.timeout = 60_000;
server.on('clientError', refuseMalformed);
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    fail(
      `Port ${port} on ${host} is in use: stop the program that uses it, or choose another, such as PORT=${port + 1}.`,
    );
  }
  fail(`Cannot listen on HOST=${host}, PORT=${port}: ${error.message}`);
});
server.listen(port, host, () => {
  const address = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  console.log(`API  http://${name}:${address.port}/api/v1`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, shutDown);

/** Lets running requests finish, for at most ten seconds; a second signal ends the process at once. */
function shutDown(): void {
  server.close(() => void service.close().then(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
