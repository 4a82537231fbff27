import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, Server as NetServer, type Socket } from 'node:net';
import { promisify } from 'node:util';
import type { Logger } from '../http/logger.ts';
import { refuseMalformed } from '../http/malformed.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { LIMITS, type ServerLimits } from './limits.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly limits?: Partial<ServerLimits> | undefined;
  /** Counts connections. */
  readonly metrics?: Pick<Metrics, 'refusedConnection' | 'watchConnections'> | undefined;
  readonly logger?: Logger | undefined;
}

/** A server that listens. */
export interface Serving {
  readonly port: number;
  /** Takes no more connections, and resolves when the running requests are answered, or broken off because they took too long. */
  readonly close: () => Promise<void>;
}

/**
 * Listens, with the limits that every listener of this project keeps.
 *
 * @throws Error in one line that says what to do, when it cannot listen.
 */
export async function serve(answer: RequestListener, options: ServeOptions): Promise<Serving> {
  const limits = { ...LIMITS, ...options.limits };
  /** What each open connection asked last. */
  const connections = new Map<Socket, ServerResponse | undefined>();
  const server = createServer({ connectionsCheckingInterval: limits.look }, (request, response) => {
    if (server.listening) connections.set(request.socket, response);
    else response.shouldKeepAlive = false;
    answer(request, response);
  });
  server.on('connection', (socket) => {
    connections.set(socket, undefined);
    socket.once('close', () => connections.delete(socket));
  });
  server.headersTimeout = limits.headers;
  server.requestTimeout = limits.request;
  server.keepAliveTimeout = limits.idle;
  server.timeout = limits.silence;
  server.maxConnections = limits.connections;
  server.on('clientError', refuseMalformed);
  let told = false;
  server.on('drop', () => {
    options.metrics?.refusedConnection();
    // Those who wait for nothing make room for who tries again.
    server.closeIdleConnections();
    if (told) return;
    told = true;
    options.logger?.error(
      { connections: limits.connections },
      'connections are refused: as many as COUNTERCLAIM_MAX_CONNECTIONS allows are open; told once',
    );
  });
  options.metrics?.watchConnections(() => promisify(server.getConnections.bind(server))(), limits.connections);

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(explain(error, options));
    });
    server.listen(options.port, options.host, resolve);
  });
  // A connection that cannot be taken, for want of file descriptors, is no reason to drop all others.
  server.on('error', (error) => options.logger?.error({ error }, 'the listener failed'));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => stop(server, connections, limits),
  };
}

/**
 * Takes no more connections. Requests that are running, or come on connections that are open, are answered, and told that their
 * connection ends with them: a client that is cut off between two requests could not know whether the second one arrived.
 */
function stop(
  server: Server,
  connections: ReadonlyMap<Socket, ServerResponse | undefined>,
  { linger, stop }: ServerLimits,
): Promise<void> {
  return new Promise((resolve) => {
    let idle: NodeJS.Timeout | undefined;
    const sweep = (): void => {
      server.closeIdleConnections();
      idle = setTimeout(sweep, 50);
    };
    idle = setTimeout(sweep, linger);
    const all = setTimeout(() => {
      server.closeAllConnections();
    }, stop);
    // Not `server.close`, which cuts off at once whoever is between two requests.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(idle);
      clearTimeout(all);
      // There is nothing left to close but the look for requests that are late.
      server.close();
      resolve();
    });
    for (const response of connections.values()) {
      if (response?.headersSent === false) response.shouldKeepAlive = false;
    }
  });
}

function explain(error: NodeJS.ErrnoException, { host, port }: ServeOptions): Error {
  const because = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(
        `Port ${port} on ${host} is in use: stop the program that uses it, or choose another, such as PORT=${port + 1}.`,
        because,
      );
    case 'EACCES':
      return new Error(`Not allowed to listen on port ${port}: choose one above 1023, such as PORT=3000.`, because);
    default:
      return new Error(`Cannot listen on HOST=${host}, PORT=${port}: ${error.message}`, because);
  }
}
