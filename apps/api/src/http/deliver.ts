import type { Store } from '@counterclaim/store';
import { addressOf, checkAddress, pathOf } from './address.ts';
import { BodyCache } from './body-cache.ts';
import { encode, type Encoded, type Encoding, encodingOf } from './encoding.ts';
import type { Bindings } from './environment.ts';
import { etags, namesTag } from './etag.ts';
import { CONTENT_TYPES, mediaTypesOf, negotiate } from './format.ts';
import { CACHE_HEADERS, COMMON_HEADERS, PREFLIGHT_HEADERS } from './headers.ts';
import type { Logger } from './logger.ts';
import { Problem } from './problem.ts';
import { requestIdOf } from './request-id.ts';

export interface DeliverOptions {
  readonly store: Pick<Store, 'state'>;
  readonly build: string;
  readonly logger: Logger;
  /** Milliseconds after which a route is given up. */
  readonly timeout: number;
  /** Bytes of rendered bodies kept in memory. */
  readonly cacheSize: number;
}

/** The routes, which know nothing of caches, encodings and the headers of every answer. */
export type Routes = (request: Request, bindings: Bindings) => Response | Promise<Response>;

/**
 * Puts the routes behind everything that is the same for every answer: refusals of what no route should see, negotiation,
 * entity tags before any work, rendered bodies kept by revision, compression, and the headers.
 */
export function deliver(routes: Routes, options: DeliverOptions): (request: Request) => Promise<Response> {
  const { store, logger } = options;
  const tagOf = etags(options.build);
  const bodies = new BodyCache(options.cacheSize);

  return async (request) => {
    const started = performance.now();
    const requestId = requestIdOf(request.headers.get('x-request-id'));
    const address = addressOf(request.url);
    const finish = (response: Response, from: 'store' | 'memory' | 'tag' | 'refusal'): Response => {
      logger.info(
        {
          requestId,
          method: request.method,
          address: address.length > 512 ? `${address.slice(0, 512)}…` : address,
          status: response.status,
          from,
          milliseconds: Math.round((performance.now() - started) * 100) / 100,
        },
        'answered',
      );
      return response;
    };
    const refuse = (problem: Problem): Response =>
      finish(problemResponse(problem, requestId, request.method), 'refusal');

    try {
      checkAddress(address);
      checkBody(request);
      const { method } = request;
      if (method === 'OPTIONS') {
        return finish(
          new Response(null, { status: 204, headers: { ...PREFLIGHT_HEADERS, 'x-request-id': requestId } }),
          'refusal',
        );
      }
      const path = pathOf(address);
      const reads = method === 'GET' || method === 'HEAD';
      const format = negotiate(request.headers.get('accept'), path);
      const revision = await revisionOf(store, requestId, logger);
      const tag = tagOf(revision, address, format ?? '');
      const ifNoneMatch = reads ? request.headers.get('if-none-match') : null;
      if (ifNoneMatch !== null && format !== undefined && namesTag(ifNoneMatch, tag)) {
        return finish(notModified(tag, requestId), 'tag');
      }
      const encoding = encodingOf(request.headers.get('accept-encoding'), format);
      const key = `${format ?? ''} ${encoding} ${address}`;
      const head = { tag, requestId, contentType: CONTENT_TYPES[format ?? 'json'], hasBody: method !== 'HEAD' };
      const kept = reads ? bodies.get(revision, key) : undefined;
      const anyTag = ifNoneMatch?.trim() === '*';
      if (kept !== undefined) return finish(anyTag ? notModified(tag, requestId) : success(kept, head), 'memory');

      const answer = await within(
        options.timeout,
        routes(request, { requestId, format: format ?? 'json', revision, logger }),
      );
      if (answer.status !== 200) return finish(withCommonHeaders(answer, requestId), 'store');
      if (format === undefined) {
        throw new Problem(
          'not-acceptable',
          `This address has ${mediaTypesOf(path)}: ask for one of them, or send no Accept header.`,
        );
      }
      if (answer.headers.get('cache-control') === 'no-store') {
        return finish(withCommonHeaders(answer, requestId), 'store');
      }
      if (anyTag) return finish(notModified(tag, requestId), 'store');
      if (format !== 'json') return finish(streamed(answer, encoding, head), 'store');
      const body = await encode(new Uint8Array(await answer.arrayBuffer()), encoding);
      bodies.set(revision, key, body);
      return finish(success(body, head), 'store');
    } catch (error) {
      if (error instanceof Problem) return refuse(error);
      logger.error({ requestId, error }, 'failed');
      return refuse(failure(requestId));
    }
  };
}

/** What a client is told of a mistake of ours: where to find it, and nothing of it. */
export const failure = (requestId: string): Problem =>
  new Problem('internal-error', `The server failed. If it goes on, report the request id ${requestId}.`);

/** The state of the ledger. A store that cannot tell can answer nothing else. */
async function revisionOf(store: Pick<Store, 'state'>, requestId: string, logger: Logger): Promise<string> {
  try {
    return (await store.state()).revision;
  } catch (error) {
    logger.error({ requestId, error }, 'the store does not answer');
    throw new Problem('unavailable', 'The ledger cannot be read at the moment. Try again later.', {
      headers: { 'retry-after': '30' },
    });
  }
}

function checkBody(request: Request): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return;
  const { headers } = request;
  if (headers.has('transfer-encoding') || Number(headers.get('content-length') ?? '0') > 0) {
    throw new Problem('content-too-large', 'No request needs a body: send the filters in the address.');
  }
}

/** Waits for an answer for so many milliseconds. */
async function within(milliseconds: number, answer: Response | Promise<Response>): Promise<Response> {
  if (answer instanceof Response) return answer;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Problem('timeout', 'The answer took too long. Narrow the filters, or try again.'));
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Head {
  readonly tag: string;
  readonly requestId: string;
  readonly contentType: string;
  readonly hasBody: boolean;
}

/** Plain objects throughout: the server writes them as they are, and a `Headers` would be taken apart again. */
const headersOf = ({ tag, requestId, contentType }: Head): Record<string, string> => ({
  ...COMMON_HEADERS,
  ...CACHE_HEADERS,
  'content-type': contentType,
  etag: tag,
  'x-request-id': requestId,
});

function success({ bytes, encoding }: Encoded, head: Head): Response {
  const headers = headersOf(head);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return new Response(head.hasBody ? bytes : null, { status: 200, headers });
}

const notModified = (tag: string, requestId: string): Response =>
  new Response(null, {
    status: 304,
    headers: { ...COMMON_HEADERS, ...CACHE_HEADERS, etag: tag, 'x-request-id': requestId },
  });

function streamed(answer: Response, encoding: Encoding, head: Head): Response {
  const headers = headersOf(head);
  const disposition = answer.headers.get('content-disposition');
  if (disposition !== null) headers['content-disposition'] = disposition;
  if (!head.hasBody || answer.body === null) {
    void answer.body?.cancel();
    return new Response(null, { status: 200, headers });
  }
  if (encoding !== 'gzip') return new Response(answer.body, { status: 200, headers });
  headers['content-encoding'] = 'gzip';
  return new Response(answer.body.pipeThrough(new CompressionStream('gzip')), { status: 200, headers });
}

function withCommonHeaders(answer: Response, requestId: string): Response {
  const headers = { ...COMMON_HEADERS, ...Object.fromEntries(answer.headers), 'x-request-id': requestId };
  return new Response(answer.body, { status: answer.status, headers });
}

function problemResponse(problem: Problem, requestId: string, method: string): Response {
  return new Response(method === 'HEAD' ? null : JSON.stringify(problem.toDocument(requestId)), {
    status: problem.status,
    headers: {
      ...COMMON_HEADERS,
      ...problem.headers,
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
    },
  });
}
