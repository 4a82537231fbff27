/** Sends requests at a fixed rate, whether or not the server keeps up, and tells how long each took from the moment it was due. */
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

export interface SteadyOptions {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
  readonly connections: number;
}

export interface Steady {
  /** Milliseconds of each request, from when it was due to the last byte of its answer: what waits for a connection counts as waiting. */
  readonly times: readonly number[];
  /** Requests without an answer, or with another status than 200. */
  readonly errors: number;
  /** Seconds from the first request until the last answer. */
  readonly seconds: number;
}

/**
 * Autocannon sends what is due in a second at the second's begin, and reckons with answers that it might have waited for: its
 * quantiles at a fixed rate are of that rhythm. Here request `n` is due after `n / rate` seconds.
 */
export async function sendSteadily({
  origin,
  paths,
  headers,
  rate,
  seconds,
  connections,
}: SteadyOptions): Promise<Steady> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let errors = 0;
  const began = performance.now();
  const send = (path: string, due: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (isAnswered: boolean): void => {
        if (isAnswered) times.push(performance.now() - due);
        else errors += 1;
        resolve();
      };
      get(origin + path, { agent, headers }, (response) => {
        response.resume();
        response.on('end', () => {
          done(response.statusCode === 200);
        });
      }).on('error', () => {
        done(false);
      });
    });
  const waiting = new Set<Promise<void>>();
  const all = rate * seconds;
  for (let sent = 0; sent < all;) {
    for (; sent < all && began + (sent * 1_000) / rate <= performance.now(); sent += 1) {
      const request = send(paths[sent % paths.length] ?? '', began + (sent * 1_000) / rate);
      waiting.add(request);
      void request.then(() => waiting.delete(request));
    }
    await setTimeout(1);
  }
  await Promise.all(waiting);
  agent.destroy();
  return { times, errors, seconds: (performance.now() - began) / 1_000 };
}
