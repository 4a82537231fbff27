import type {
  ActorDetail,
  ActorList,
  ChangeList,
  ClaimDetail,
  ClaimList,
  Coverage,
  Dictionary,
  DocumentAnswer,
  EventAnswer,
  EventList,
  Facets,
  MapOverview,
  Health,
  HistoryList,
  PlaceDetail,
  PlaceList,
  Release,
  ReleaseList,
  SourceDetail,
  SourceList,
} from './answers.ts';
import type { Redirect } from '@counterclaim/domain';
import type { ProblemDocument } from './http/problem-types.ts';
import type { ClaimFilterName, EventFilterName, SourceFilterName } from './query/names.ts';

export type * from './answers.ts';
export {
  type ParameterError,
  PROBLEMS,
  type ProblemDocument,
  type ProblemName,
  problemType,
} from './http/problem-types.ts';
export { movedAddress } from './moved-address.ts';
export {
  CLAIM_FILTERS,
  type ClaimFilterName,
  EVENT_FILTERS,
  type EventFilterName,
  SOURCE_FILTERS,
  type SourceFilterName,
} from './query/names.ts';

/** Parameters as they stand in a URL, decoded: lists are `a~b`, ranges `a..b`. Those that are undefined or empty are left out. */
export type Parameters<Name extends string> = { readonly [Key in Name]?: string | undefined };

export interface PageParameters {
  /** 1–100; 50 unless given. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}
export type EventParameters = Parameters<EventFilterName | 'sort'>;
export type ClaimParameters = Parameters<ClaimFilterName>;
export type SourceParameters = Parameters<SourceFilterName>;

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * The API's answers, typed. Every method rejects with a `ProblemError` when the API refuses or cannot be reached.
 *
 * Asked for an id that was changed, the API answers 308. The `fetch` of browsers and of Node follows by itself: the answer
 * is then the record that took its place, with its new id. One that does not follow (`app.fetch`, or `redirect: 'manual'` in
 * Node) makes the method reject with a `ProblemError` of status 308, whose `redirect` says what the id is now, since when and
 * why: so that a server can send its own reader on.
 */
export interface Client {
  events(parameters?: EventParameters & PageParameters, options?: RequestOptions): Promise<EventList>;
  event(id: string, parameters?: Parameters<'asOf'>, options?: RequestOptions): Promise<EventAnswer>;
  history(event: string, options?: RequestOptions): Promise<HistoryList>;
  facets(parameters?: Parameters<EventFilterName>, options?: RequestOptions): Promise<Facets>;
  /** Where the matching events lie, as one drawing shows it. */
  map(parameters?: Parameters<EventFilterName>, options?: RequestOptions): Promise<MapOverview>;
  claims(parameters?: ClaimParameters & PageParameters, options?: RequestOptions): Promise<ClaimList>;
  /** @param id `<source>/<slug>` */
  claim(id: string, options?: RequestOptions): Promise<ClaimDetail>;
  sources(parameters?: SourceParameters & PageParameters, options?: RequestOptions): Promise<SourceList>;
  source(id: string, options?: RequestOptions): Promise<SourceDetail>;
  /** The text of a source; refused with 404 where the operator does not hold it, with 503 where it cannot be read. */
  document(source: string, options?: RequestOptions): Promise<DocumentAnswer>;
  actors(parameters?: Parameters<'q'> & PageParameters, options?: RequestOptions): Promise<ActorList>;
  actor(id: string, options?: RequestOptions): Promise<ActorDetail>;
  places(parameters?: Parameters<'q' | 'id'> & PageParameters, options?: RequestOptions): Promise<PlaceList>;
  place(id: string, options?: RequestOptions): Promise<PlaceDetail>;
  /** What the ledger did to records of its own, latest first; with `event`, what touches that event. */
  changes(parameters?: Parameters<'event'> & PageParameters, options?: RequestOptions): Promise<ChangeList>;
  release(options?: RequestOptions): Promise<Release>;
  /** What is covered, and what is not. */
  coverage(options?: RequestOptions): Promise<Coverage>;
  /** All releases of the records, latest first. */
  releases(options?: RequestOptions): Promise<ReleaseList>;
  /** What the columns of the downloads mean. */
  dictionary(options?: RequestOptions): Promise<Dictionary>;
  health(options?: RequestOptions): Promise<Health>;
  /** Where the vector tiles of the filtered events are found, with `{z}/{x}/{y}` as maps fill them in. */
  tilesUrl(parameters?: Parameters<EventFilterName>): string;
  /** Where a format of the filtered events is found: for links. */
  eventsUrl(format: 'json' | 'csv' | 'geojson', parameters?: EventParameters): string;
  claimsUrl(format: 'json' | 'csv', parameters?: ClaimParameters): string;
  changesUrl(format: 'json' | 'atom', parameters?: Parameters<'event'>): string;
  /** Where a file of a release is found: for links. */
  releaseFileUrl(version: string, file: string): string;
}

/** The API refused, failed, could not be reached (status 0), or has the record under another id (status 308). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument, options?: ErrorOptions) {
    super(problem.detail, options);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Where the record is now, when its id was changed (status 308): only where `fetch` does not follow by itself. */
  get redirect(): Redirect | undefined {
    return this.problem.redirect;
  }
}

export interface ClientOptions {
  /** What makes the requests: the global `fetch` unless given. */
  readonly fetch?: typeof globalThis.fetch;
}

type QueryValue = string | number | undefined;

/** A path with parameters, in the order in which they are given. */
function withQuery(path: string, parameters: Readonly<Record<string, QueryValue>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.append(name, String(value));
  }
  // A tilde, a colon and a comma need no encoding in a query, and read better without.
  const text = query.toString().replace(/%7E/gi, '~').replace(/%3A/gi, ':').replace(/%2C/gi, ',').replace(/%2F/gi, '/');
  return text === '' ? path : `${path}?${text}`;
}

const isProblem = (value: unknown): value is ProblemDocument =>
  typeof value === 'object' && value !== null && 'type' in value && 'detail' in value && 'status' in value;

async function problemOf(response: Response): Promise<ProblemDocument> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return body;
  const requestId = response.headers.get('x-request-id');
  return {
    type: 'about:blank',
    title: response.statusText || 'Error',
    status: response.status,
    detail: `The server answered ${response.status} without saying why. Try again later.`,
    ...(requestId === null ? {} : { requestId }),
  };
}

/**
 * A client of the API.
 *
 * @param baseUrl where the API is, without a path: `https://example.org`, or `` for the page's own origin
 */
export function createClient(baseUrl = '', { fetch: send = globalThis.fetch }: ClientOptions = {}): Client {
  const base = `${baseUrl.replace(/\/+$/, '')}/api`;
  const id = encodeURIComponent;

  async function get<Answer>(path: string, { signal }: RequestOptions = {}): Promise<Answer> {
    let response: Response;
    try {
      response = await send(base + path, {
        headers: { accept: 'application/json' },
        ...(signal === undefined ? {} : { signal }),
      });
    } catch (cause) {
      if (signal?.aborted === true) throw cause;
      throw new ProblemError(
        {
          type: 'about:blank',
          title: 'The API cannot be reached',
          status: 0,
          detail: 'The API cannot be reached. Check the connection and try again.',
        },
        { cause },
      );
    }
    if (!response.ok) throw new ProblemError(await problemOf(response));
    return (await response.json()) as Answer;
  }

  return {
    events: (parameters, options) => get(withQuery('/v1/events', { ...parameters }), options),
    event: (event, parameters, options) => get(withQuery(`/v1/events/${id(event)}`, { ...parameters }), options),
    history: (event, options) => get(`/v1/events/${id(event)}/history`, options),
    facets: (parameters, options) => get(withQuery('/v1/facets', { ...parameters }), options),
    map: (parameters, options) => get(withQuery('/v1/map', { ...parameters }), options),
    claims: (parameters, options) => get(withQuery('/v1/claims', { ...parameters }), options),
    claim: (claim, options) => get(`/v1/claims/${claim.split('/').map(id).join('/')}`, options),
    sources: (parameters, options) => get(withQuery('/v1/sources', { ...parameters }), options),
    source: (source, options) => get(`/v1/sources/${id(source)}`, options),
    document: (source, options) => get(`/v1/sources/${id(source)}/document`, options),
    actors: (parameters, options) => get(withQuery('/v1/actors', { ...parameters }), options),
    actor: (actor, options) => get(`/v1/actors/${id(actor)}`, options),
    places: (parameters, options) => get(withQuery('/v1/places', { ...parameters }), options),
    place: (place, options) => get(`/v1/places/${id(place)}`, options),
    changes: (parameters, options) => get(withQuery('/v1/changes', { ...parameters }), options),
    release: (options) => get('/v1/release', options),
    coverage: (options) => get('/v1/coverage', options),
    releases: (options) => get('/v1/releases', options),
    dictionary: (options) => get('/v1/dictionary', options),
    health: (options) => get('/health', options),
    tilesUrl: (parameters) => withQuery(`${base}/v1/tiles/{z}/{x}/{y}.mvt`, { ...parameters }),
    eventsUrl: (format, parameters) =>
      withQuery(`${base}/v1/events${format === 'json' ? '' : `.${format}`}`, { ...parameters }),
    claimsUrl: (format, parameters) =>
      withQuery(`${base}/v1/claims${format === 'json' ? '' : `.${format}`}`, { ...parameters }),
    changesUrl: (format, parameters) =>
      withQuery(`${base}/v1/changes${format === 'json' ? '' : `.${format}`}`, { ...parameters }),
    releaseFileUrl: (version, file) => `${base}/v1/releases/${id(version)}/${id(file)}`,
  };
}
