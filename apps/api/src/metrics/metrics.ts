import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '@counterclaim/store';

/** Where an answer came from: the store, a body kept in memory, an entity tag alone, a refusal, or the process itself. */
export type Origin = 'store' | 'memory' | 'tag' | 'refusal' | 'process';

/** What one process counts of its own work, for Prometheus. */
export interface Metrics {
  /**
   * Counts an answer.
   *
   * @param route the template of its address, one of few: every value is a series of its own
   * @param seconds until the answer was there, or its first byte where it is streamed
   */
  readonly answered: (method: string, route: string, status: number, seconds: number) => void;
  /** Counts where an answer of the API came from. */
  readonly cameFrom: (origin: Origin) => void;
  /** Counts a connection that was closed at once, because there were too many. */
  readonly refusedConnection: () => void;
  /** Tells of the connections of a listener: how many are open, and how many may be. */
  readonly watchConnections: (open: () => Promise<number>, limit: number) => void;
  /** Everything counted so far, in Prometheus's text format. */
  readonly text: () => Promise<string>;
  /** The media type of that text. */
  readonly contentType: string;
}

export interface MetricsOptions {
  readonly store: Pick<Store, 'state'>;
  readonly build: string;
  /** Bytes of rendered bodies that are kept at this moment. */
  readonly cached: () => number;
  /** Bytes of rendered bodies that may be kept. */
  readonly cacheSize: number;
}

/** Seconds; from an answer out of memory to one that is given up. */
const BUCKETS = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** Methods that have a series of their own; a client may invent others without end. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

const RECORDS = ['events', 'claims', 'sources', 'actors', 'places'] as const;

/** Metrics in a registry of their own, so that two apps in one process do not count for each other. */
export function openMetrics({ store, build, cached, cacheSize }: MetricsOptions): Metrics {
  const register = new Registry();
  const registers = [register];
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds until an answer was there, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  // To look the labels of a series up takes longer than to count.
  const series = new Map<string, Histogram.Internal<string>>();

  const origins: Record<Origin, number> = { store: 0, memory: 0, tag: 0, refusal: 0, process: 0 };
  new Counter({
    name: 'counterclaim_answers_total',
    help: 'Answers of the API by where they came from; memory and tag are those that the store was not asked for.',
    labelNames: ['from'],
    registers,
    collect() {
      this.reset();
      for (const [from, count] of Object.entries(origins)) this.inc({ from }, count);
    },
  });
  new Gauge({
    name: 'counterclaim_body_cache_bytes',
    help: 'Bytes of rendered bodies kept in memory.',
    registers,
    collect() {
      this.set(cached());
    },
  });
  new Gauge({
    name: 'counterclaim_body_cache_limit_bytes',
    help: 'Bytes of rendered bodies kept in memory at most.',
    registers,
  }).set(cacheSize);

  const up = new Gauge({
    name: 'counterclaim_store_up',
    help: 'Whether the store could be read when this was written.',
    registers,
  });
  const records = new Gauge({
    name: 'counterclaim_records',
    help: 'Records that stand, by dataset and type.',
    labelNames: ['dataset', 'type'],
    registers,
  });
  const served = new Gauge({
    name: 'counterclaim_info',
    help: 'What is served: the revision of the ledger and the name of the software.',
    labelNames: ['revision', 'build'],
    registers,
  });

  async function readStore(): Promise<void> {
    records.reset();
    served.reset();
    try {
      const { revision, datasets } = await store.state();
      for (const dataset of datasets) {
        for (const type of RECORDS) records.set({ dataset: dataset.id, type }, dataset[type]);
      }
      served.set({ revision, build }, 1);
      up.set(1);
    } catch {
      // Whoever asks is told so by the value; the log has the error of every request that failed.
      up.set(0);
    }
  }

  let refused: Counter | undefined;
  let observesProcess = false;
  return {
    answered: (method, route, status, seconds) => {
      const known = METHODS.has(method) ? method : 'other';
      const key = `${known} ${status} ${route}`;
      let found = series.get(key);
      if (found === undefined) {
        found = duration.labels({ method: known, route, status });
        series.set(key, found);
      }
      found.observe(seconds);
    },
    cameFrom: (origin) => {
      origins[origin] += 1;
    },
    refusedConnection: () => refused?.inc(),
    watchConnections: (open, limit) => {
      new Gauge({
        name: 'http_connections',
        help: 'Connections that are open.',
        registers,
        async collect() {
          this.set(await open());
        },
      });
      new Gauge({ name: 'http_connections_limit', help: 'Connections that may be open.', registers }).set(limit);
      refused = new Counter({
        name: 'http_connections_refused_total',
        help: 'Connections that were closed at once, because as many as may be were open.',
        registers,
      });
    },
    text: async () => {
      // Only now: who never asks pays for no observer of the event loop and of collections.
      if (!observesProcess) collectDefaultMetrics({ register });
      observesProcess = true;
      await readStore();
      return register.metrics();
    },
    contentType: register.contentType,
  };
}
