import type { Answered, Asked } from './http/exchange.ts';
import { PRIVATE_HEADERS } from './http/headers.ts';
import { Problem } from './http/problem.ts';
import type { Metrics } from './metrics/metrics.ts';
import { type ReaderOptions, readersOf } from './metrics/readers.ts';

/** What the operator's tools ask the process itself: answered whatever the store does, and part of no published description. */
export type Probes = ReadonlyMap<string, (asked: Asked) => Answered | Promise<Answered>>;

const answerOf = (contentType: string, text: string): Answered => ({
  status: 200,
  headers: { ...PRIVATE_HEADERS, 'content-type': contentType },
  body: new TextEncoder().encode(text),
});

/** @throws Problem `not-found` to those who may not read the metrics, with what the operator can do */
export function probesOf(metrics: Metrics, readers: ReaderOptions): Probes {
  const mayRead = readersOf(readers);
  return new Map<string, (asked: Asked) => Answered | Promise<Answered>>([
    ['/api/health/live', () => answerOf('application/json', '{"status":"ok"}')],
    [
      '/api/metrics',
      async (asked) => {
        if (!mayRead(asked)) {
          throw new Problem(
            'not-found',
            'Metrics are shown to this machine alone, or to who has the token of COUNTERCLAIM_METRICS_TOKEN: docs/operations.md says how.',
          );
        }
        return answerOf(metrics.contentType, await metrics.text());
      },
    ],
  ]);
}
