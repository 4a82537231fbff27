import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { addressOf } from './address.ts';
import type { Answered, Asked } from './exchange.ts';

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** Of whatever host was asked, over plain HTTP: who is behind a proxy sets ORIGIN. */
const originOf = (host: string | null): string => URL.parse(`http://${host ?? ''}`)?.origin ?? 'http://localhost';

/**
 * Answers requests of Node's own server. What is kept in memory goes out as it is: to build a `Response` first would take
 * longer than all the rest.
 */
export const listenWith =
  (deliver: (asked: Asked) => Promise<Answered>) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const url = request.url ?? '/';
    void deliver({
      method: request.method ?? 'GET',
      address: url.startsWith('/') ? url : addressOf(url),
      origin: originOf(headerOf(request, 'host')),
      header: (name) => headerOf(request, name),
      peer: () => request.socket.remoteAddress ?? null,
    }).then(({ status, headers, body }) => {
      if (body instanceof ReadableStream) {
        response.writeHead(status, headers);
        // Where the body breaks off, or the client goes away, the connection is closed without an end.
        pipeline(Readable.fromWeb(body), response).catch(() => response.destroy());
      } else if (body === null) {
        response.writeHead(status, headers).end();
      } else {
        response.writeHead(status, { ...headers, 'content-length': body.byteLength }).end(body);
      }
    });
  };
