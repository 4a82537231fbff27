import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store } from '@counterclaim/store';
import { type ColumnAnswers, columnAnswersOf } from './counts/column-answers.ts';
import type { Documents } from './documents/documents.ts';
import { BodyCache } from './http/body-cache.ts';
import { deliver } from './http/deliver.ts';
import { fetchWith } from './http/fetch.ts';
import { InProgress } from './http/in-progress.ts';
import { listenWith } from './http/listen.ts';
import { type Logger, silentLogger } from './http/logger.ts';
import { methodNotAllowed, Problem } from './http/problem.ts';
import { type Metrics, openMetrics } from './metrics/metrics.ts';
import { routeTemplates } from './metrics/route-template.ts';
import { openApiDocument } from './openapi.ts';
import { probesOf } from './probes.ts';
import { actorRoutes } from './routes/actors.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { dictionaryRoutes } from './routes/dictionary.ts';
import { documentRoutes } from './routes/documents.ts';
import { eventRoutes } from './routes/events.ts';
import { facetRoutes } from './routes/facets.ts';
import { healthRoutes } from './routes/health.ts';
import { mapRoutes } from './routes/map.ts';
import { packRoutes } from './routes/pack.ts';
import { placeRoutes } from './routes/places.ts';
import { releaseRoutes } from './routes/release.ts';
import { releasesRoutes } from './routes/releases.ts';
import { indexRoutes } from './routes/index.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { type Foundation, newRouter } from './routes/router.ts';
import { sourceRoutes } from './routes/sources.ts';
import { noReleases, type Releases } from './releases.ts';

export interface AppOptions {
  readonly store: Store;
  /** What only columns answer; filled from the store unless given, which suits small ledgers. */
  readonly columns?: ColumnAnswers | undefined;
  /** Identifies the software that answers; part of every ETag. */
  readonly build: string;
  /** Scheme and host under which clients find the service; those of each request unless set. */
  readonly origin?: string | undefined;
  /** Releases to list and to give out; none unless given. */
  readonly releases?: Releases | undefined;
  /** The texts that the operator holds; without them no document is shown. */
  readonly documents?: Documents | undefined;
  readonly logger?: Logger | undefined;
  /** Milliseconds after which a route is given up. */
  readonly timeout?: number | undefined;
  /** Bytes of rendered bodies kept in memory. */
  readonly cacheSize?: number | undefined;
  /** What a reader of the metrics has to show; without it only this machine may read them, and nobody where `origin` is set. */
  readonly metricsToken?: string | undefined;
}

const addressesOf = (routes: ReturnType<typeof newRouter>) =>
  routes.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? [{ path: definition.route.path, summary: definition.route.summary ?? '' }] : [],
  );

/** All routes, with their description; for `createApp` and for tests. */
export function routesOf(foundation: Foundation) {
  const routes = newRouter();
  routes.route('/api', healthRoutes());
  routes.route(
    '/api',
    openApiRoutes(() => openApiDocument(routes)),
  );
  routes.route(
    '/api',
    indexRoutes(() => addressesOf(routes)),
  );
  for (const resource of [
    eventRoutes,
    facetRoutes,
    mapRoutes,
    packRoutes,
    claimRoutes,
    sourceRoutes,
    documentRoutes,
    actorRoutes,
    placeRoutes,
    changeRoutes,
    releaseRoutes,
    releasesRoutes,
    coverageRoutes,
    dictionaryRoutes,
  ]) {
    routes.route('/api/v1', resource(foundation));
  }
  return routes;
}

/** The API, ready to be asked in three ways. It listens nowhere by itself. */
export interface App {
  /** Answers a request of the web platform; never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Asks for an address of the API itself, such as `/api/v1/events`: for tests and tools. */
  readonly request: (address: string, init?: RequestInit) => Promise<Response>;
  /** Answers a request of Node's server: for whoever listens. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** What the process counts, given at `/api/metrics` to those who may read it. */
  readonly metrics: Metrics;
  /** Waits until no request is in progress any more, even of clients that are gone: before the store is closed. */
  readonly ended: () => Promise<void>;
}

/** The API on a store. It reads no environment, and the store stays the caller's to close. */
export function createApp({
  store,
  columns = columnAnswersOf(store),
  build,
  origin,
  releases = noReleases,
  documents,
  logger = silentLogger,
  timeout = 15_000,
  cacheSize = 64 * 2 ** 20,
  metricsToken,
}: AppOptions): App {
  const routes = routesOf({ store, columns, build, releases, documents });
  // Every address is read only; what is left for another method is to be told so.
  for (const path of new Set(routes.routes.map((route) => route.path))) {
    routes.all(path, ({ env }) => {
      throw methodNotAllowed(env.method);
    });
  }
  routes.notFound(({ req }) => {
    throw new Problem(
      'not-found',
      `Nothing is at ${JSON.stringify(req.path.slice(0, 200))}. /api/openapi.json lists what is.`,
    );
  });
  routes.onError((error) => {
    throw error;
  });
  const bodies = new BodyCache(cacheSize);
  const metrics = openMetrics({ store, build, cached: () => bodies.size, cacheSize });
  const probes = probesOf(metrics, { token: metricsToken, behindProxy: origin !== undefined });
  const inProgress = new InProgress();
  const delivered = deliver((request, bindings) => routes.fetch(request, bindings), {
    store,
    build,
    origin,
    logger,
    timeout,
    bodies,
    metrics,
    probes,
    routeOf: routeTemplates([...addressesOf(routes).map(({ path }) => path), ...probes.keys()]),
  });
  const answer: typeof delivered = (asked) => inProgress.of(delivered(asked));
  const fetch = fetchWith(answer);
  return {
    fetch,
    request: (address, init) => fetch(new Request(new URL(address, 'http://localhost'), init)),
    listener: listenWith(answer),
    metrics,
    ended: () => inProgress.ended(),
  };
}
