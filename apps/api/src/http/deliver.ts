import type { Store } from '@counterclaim/store';
import type { Metrics, Origin } from '../metrics/metrics.ts';
import type { Probes } from '../probes.ts';
import { checkAddress, pathOf } from './address.ts';
import type { BodyCache } from './body-cache.ts';
import { encode, type Encoded, type Encoding, encodingOf } from './encoding.ts';
import type { Bindings } from './environment.ts';
import { contentTag, etags, namesTag } from './etag.ts';
import type { Answered, Asked } from './exchange.ts';
import { CONTENT_TYPES, mediaTypesOf, negotiate } from './format.ts';
import { CACHE_HEADERS, COMMON_HEADERS, PREFLIGHT_HEADERS, PRIVATE, PRIVATE_HEADERS } from './headers.ts';
import type { Logger } from './logger.ts';
import { methodNotAllowed, Problem } from './problem.ts';
import { requestIdOf } from './request-id.ts';
import { within } from './within.ts';

export interface DeliverOptions {
  readonly store: Pick<Store, 'state'>;
  readonly build: string;
  /** Scheme and host under which clients find the service; those of each request unless set. */
  readonly origin?: string | undefined;
  readonly logger: Logger;
  /** Milliseconds after which a route is given up. */
  readonly timeout: number;
  readonly bodies: BodyCache;
  readonly metrics: Metrics;
  readonly probes: Probes;
  /** The template of a path, for the metrics. */
  readonly routeOf: (path: string) => string;
}

/** The routes, which know nothing of caches, encodings and the headers of every answer. */
export type Routes = (request: Request, bindings: Bindings) => Response | Promise<Response>;

/**
 * Puts the routes behind everything that is the same for every answer: refusals of what no route should see, negotiation,
 * entity tags before any work, rendered bodies kept by revision, compression, and the headers. Never rejects.
 */
export function deliver(routes: Routes, options: DeliverOptions): (asked: Asked) => Promise<Answered> {
  const { store, logger, bodies, metrics, probes } = options;
  const tagOf = etags(options.build);

  /** The state of the ledger. A store that cannot tell can answer nothing else. */
  async function currentRevision(requestId: string, asOf?: 'now'): Promise<string> {
    try {
      return (await store.state(asOf)).revision;
    } catch (error) {
      logger.error({ requestId, error }, 'the store does not answer');
      throw new Problem('unavailable', 'The ledger cannot be read at the moment. Try again later.', {
        headers: { 'retry-after': '30' },
      });
    }
  }

  async function answer(asked: Asked, requestId: string): Promise<readonly [Origin, Answered]> {
    const { method, address, header } = asked;
    checkAddress(address);
    checkBody(asked);
    if (method === 'OPTIONS') {
      return ['refusal', { status: 204, headers: { ...PREFLIGHT_HEADERS, 'x-request-id': requestId }, body: null }];
    }
    const path = pathOf(address);
    const reads = method === 'GET' || method === 'HEAD';
    const probe = probes.get(path);
    if (probe !== undefined) {
      if (!reads) throw methodNotAllowed(method);
      const { status, headers, body } = await probe(asked);
      return [
        'process',
        { status, headers: { ...headers, 'x-request-id': requestId }, body: method === 'HEAD' ? null : body },
      ];
    }
    const format = negotiate(header('accept'), path);
    const revision = await currentRevision(requestId);
    const origin = options.origin ?? asked.origin;
    // A feed names its own address, and is another one elsewhere.
    const tag = tagOf(revision, format === 'atom' ? origin + address : address, format ?? '');
    const ifNoneMatch = reads ? header('if-none-match') : null;
    if (ifNoneMatch !== null && format !== undefined && namesTag(ifNoneMatch, tag)) {
      return ['tag', notModified(tag, requestId)];
    }
    const encoding = encodingOf(header('accept-encoding'), format);
    const key = `${format ?? ''} ${encoding} ${address}`;
    const head = { tag, requestId, contentType: CONTENT_TYPES[format ?? 'json'], hasBody: method !== 'HEAD' };
    const kept = reads ? bodies.get(revision, key) : undefined;
    const anyTag = ifNoneMatch?.trim() === '*';
    if (kept !== undefined) return ['memory', anyTag ? notModified(tag, requestId) : success(kept, head)];

    // A HEAD is answered by what a GET makes, so that what is kept of it is whole. What does not read has no route at all;
    // POST stands in for methods that a `Request` cannot have, such as TRACE.
    const request = new Request(`http://localhost${address}`, {
      method: reads ? 'GET' : 'POST',
      headers: method === 'GET' ? rangeHeaders(asked) : {},
    });
    const bindings = { requestId, method, format: format ?? 'json', encoding, revision, origin, logger };
    let response: Response;
    try {
      response = await within(options.timeout, routes(request, bindings));
    } catch (error) {
      if (!(error instanceof Problem) || error.problem !== 'moved') throw error;
      if ((await currentRevision(requestId, 'now')) !== revision) return answer(asked, requestId);
      // A tag of its own, which 304 is never said for: a precondition counts only where the answer would be a success
      // (RFC 9110, section 13.2.1).
      const cached = { ...CACHE_HEADERS, etag: tagOf(revision, address, error.problem) };
      return ['store', problemAnswer(error, requestId, method, cached)];
    }
    const ownTag = response.headers.get('etag');
    if (ownTag?.startsWith('"') === true) return ['store', asItIs(response, ownTag, ifNoneMatch, requestId, method)];
    if (format === undefined) {
      throw new Problem(
        'not-acceptable',
        `This address has ${mediaTypesOf(path)}: ask for one of them, or send no Accept header.`,
      );
    }
    const caching = response.headers.get('cache-control');
    if (caching === PRIVATE) {
      return ['store', await unkept(response, encoding, ifNoneMatch, head)];
    }
    if (caching === 'no-store') {
      const headers = { ...COMMON_HEADERS, ...Object.fromEntries(response.headers), 'x-request-id': requestId };
      return ['store', { status: response.status, headers, body: response.body }];
    }
    if (ownTag !== null) {
      const isKnown = anyTag || (ifNoneMatch !== null && namesTag(ifNoneMatch, ownTag));
      if (isKnown) return ['tag', notModified(ownTag, requestId)];
      const own = await encode(new Uint8Array(await response.arrayBuffer()), encoding);
      return ['store', success(own, { ...head, tag: ownTag })];
    }
    if (anyTag) return ['store', notModified(tag, requestId)];
    if (format !== 'json' && format !== 'mvt' && format !== 'pack')
      return ['store', streamed(response, encoding, head)];
    const body = await encode(new Uint8Array(await response.arrayBuffer()), encoding);
    // The ledger may have changed while the body was made: then it is made again, so that tag and body belong together.
    if ((await currentRevision(requestId, 'now')) !== revision) return answer(asked, requestId);
    bodies.set(revision, key, body);
    return ['store', success(body, head)];
  }

  return async (asked) => {
    const started = performance.now();
    const requestId = requestIdOf(asked.header('x-request-id'));
    const [from, answered] = await answer(asked, requestId).catch((error: unknown): readonly [Origin, Answered] => {
      if (!(error instanceof Problem)) logger.error({ requestId, error }, 'failed');
      return ['refusal', problemAnswer(error instanceof Problem ? error : failure(requestId), requestId, asked.method)];
    });
    const milliseconds = performance.now() - started;
    metrics.answered(asked.method, options.routeOf(pathOf(asked.address)), answered.status, milliseconds / 1000);
    metrics.cameFrom(from);
    logger.info(
      {
        requestId,
        method: asked.method,
        address: asked.address.length > 512 ? `${asked.address.slice(0, 512)}…` : asked.address,
        status: answered.status,
        from,
        milliseconds: Math.round(milliseconds * 100) / 100,
      },
      'answered',
    );
    return answered;
  };
}

/** What a client is told of a mistake of ours: where to find it, and nothing of it. */
const failure = (requestId: string): Problem =>
  new Problem('internal-error', `The server failed. If it goes on, report the request id ${requestId}.`);

function checkBody({ method, header }: Asked): void {
  if (method !== 'GET' && method !== 'HEAD') return;
  if (header('transfer-encoding') !== null || Number(header('content-length') ?? '0') > 0) {
    throw new Problem('content-too-large', 'No request needs a body: send the filters in the address.');
  }
}

/** What a request for a part of a file says; only files that this server hands on have parts. */
const rangeHeaders = ({ header }: Asked): Record<string, string> =>
  Object.fromEntries(
    (['range', 'if-range'] as const).flatMap((name) => {
      const value = header(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );

interface Head {
  readonly tag: string;
  readonly requestId: string;
  readonly contentType: string;
  readonly hasBody: boolean;
}

const headersOf = ({ tag, requestId, contentType }: Head): Record<string, string> => ({
  ...COMMON_HEADERS,
  ...CACHE_HEADERS,
  'content-type': contentType,
  etag: tag,
  'x-request-id': requestId,
});

function success({ bytes, encoding }: Encoded, head: Head): Answered {
  const headers = headersOf(head);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return { status: 200, headers, body: head.hasBody ? bytes : null };
}

const notModified = (tag: string, requestId: string): Answered => ({
  status: 304,
  headers: { ...COMMON_HEADERS, ...CACHE_HEADERS, etag: tag, 'x-request-id': requestId },
  body: null,
});

/** What is kept neither here nor by anybody else. Its tag stands for its bytes, because it tells more than the ledger does. */
async function unkept(
  response: Response,
  wanted: Encoding,
  ifNoneMatch: string | null,
  { requestId, contentType, hasBody }: Omit<Head, 'tag'>,
): Promise<Answered> {
  const body = new Uint8Array(await response.arrayBuffer());
  const tag = contentTag(body);
  const headers: Record<string, string> = { ...PRIVATE_HEADERS, etag: tag, 'x-request-id': requestId };
  if (ifNoneMatch !== null && (ifNoneMatch.trim() === '*' || namesTag(ifNoneMatch, tag))) {
    return { status: 304, headers, body: null };
  }
  const { bytes, encoding } = await encode(body, wanted);
  headers['content-type'] = contentType;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return { status: 200, headers, body: hasBody ? bytes : null };
}

/** A file that this server only hands on: in its own form, under its own strong tag. */
function asItIs(
  response: Response,
  tag: string,
  ifNoneMatch: string | null,
  requestId: string,
  method: string,
): Answered {
  const isKnown = ifNoneMatch !== null && (ifNoneMatch.trim() === '*' || namesTag(ifNoneMatch, tag));
  if (isKnown || method === 'HEAD') void response.body?.cancel();
  if (isKnown) return notModified(tag, requestId);
  const headers = {
    ...COMMON_HEADERS,
    ...CACHE_HEADERS,
    ...Object.fromEntries(response.headers),
    'x-request-id': requestId,
  };
  return { status: response.status, headers, body: method === 'HEAD' ? null : response.body };
}

function streamed(response: Response, encoding: Encoding, head: Head): Answered {
  const headers = headersOf(head);
  const disposition = response.headers.get('content-disposition');
  if (disposition !== null) headers['content-disposition'] = disposition;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  if (!head.hasBody) {
    void response.body?.cancel();
    return { status: 200, headers, body: null };
  }
  if (encoding !== 'gzip' || response.body === null) return { status: 200, headers, body: response.body };
  return { status: 200, headers, body: response.body.pipeThrough(new CompressionStream('gzip')) };
}

function problemAnswer(
  problem: Problem,
  requestId: string,
  method: string,
  caching: Readonly<Record<string, string>> = { 'cache-control': 'no-store' },
): Answered {
  return {
    status: problem.status,
    headers: {
      ...COMMON_HEADERS,
      ...problem.headers,
      ...caching,
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
    },
    body: method === 'HEAD' ? null : new TextEncoder().encode(JSON.stringify(problem.toDocument(requestId))),
  };
}
