import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { COMMON_HEADERS } from './headers.ts';
import { Problem } from './problem.ts';
import type { ProblemName } from './problem-types.ts';
import { requestIdOf } from './request-id.ts';

const PROBLEM_OF_CODE: Readonly<Record<string, readonly [ProblemName, string]>> = {
  HPE_HEADER_OVERFLOW: [
    'headers-too-large',
    'The address and the headers together exceed 16 KiB. Use fewer or shorter ones.',
  ],
  HPE_INVALID_URL: ['malformed-url', 'The address has characters that must be percent-encoded, as UTF-8.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not arrive in time. Send it again.'],
};

/** What a request is told that never became one: it cannot be read as HTTP, and no route will see it. */
export function malformedProblem(code: string | undefined): Problem {
  const [name, detail] = PROBLEM_OF_CODE[code ?? ''] ?? ['malformed-request', 'The request is not well-formed HTTP.'];
  return new Problem(name, detail);
}

/** Listener for a Node server's `clientError`: answers with a problem document and closes the connection. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = malformedProblem(error.code);
  const requestId = requestIdOf(null);
  const body = JSON.stringify(problem.toDocument(requestId));
  const headers = {
    ...COMMON_HEADERS,
    'cache-control': 'no-store',
    connection: 'close',
    'content-length': String(Buffer.byteLength(body)),
    'content-type': 'application/problem+json',
    'x-request-id': requestId,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}
