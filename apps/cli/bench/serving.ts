/** Asks a server over HTTP: a mix at a fixed rate, then as fast as it answers. Loopback only, bounded in time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { QUERIES } from './queries.ts';
import { line, milliseconds, quantile } from './measured.ts';
import { sendSteadily } from './steady-rate.ts';

const RATE = 1_000;
const CONNECTIONS = 64;
/** Events that are asked for one by one: more than memory keeps the answers of. */
const EVENTS = 20_000;
/** As every browser asks, and most libraries. */
const HEADERS = { 'accept-encoding': 'gzip' };

/** MiB that a process holds in memory, where the system tells. */
function memoryOf(pid: number): number {
  const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(resident?.[1] ?? NaN) / 1_024;
}

/** Starts the API on a free port; how long until its first answer, in milliseconds. */
async function startServer(environment: Readonly<Record<string, string>>) {
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../api/dist/main.js', import.meta.url))], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\S+/.exec(text)?.[0] ?? '';
  const answer = await fetch(`${url}/events?limit=50`);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  await answer.arrayBuffer();
  return { url, started: performance.now() - began, pid: child.pid ?? 0, child };
}

/** Ids of events that are asked for, from one list, page after page. */
async function someIds(url: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor = '';
  while (ids.length < EVENTS) {
    const page = (await (await fetch(`${url}/events?limit=100${cursor}`)).json()) as {
      items: { id: string }[];
      cursor?: string;
    };
    ids.push(...page.items.map(({ id }) => id));
    if (page.cursor === undefined) break;
    cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
  }
  return ids;
}

/** Of ten requests six are pages, two events, one search or facets each. */
function mixOf(ids: readonly string[]): string[] {
  const words = QUERIES.filter((query) => query.startsWith('q='));
  const pages = QUERIES.filter((query) => !query.startsWith('q='));
  const at = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
  return Array.from({ length: EVENTS / 2 }, (_, n) => n * 10).flatMap((n) =>
    Array.from({ length: 10 }, (_, of) => {
      if (of < 6) return `/api/v1/events?${at(pages, (n * 6) / 10 + of)}`;
      if (of < 8) return `/api/v1/events/${at(ids, (n * 2) / 10 + of - 6)}`;
      return of === 8
        ? `/api/v1/events?${at(words, n / 10)}`
        : `/api/v1/facets?${at(pages, n / 10).replace(/&?sort=[^&]*/, '')}`;
    }),
  );
}

/** How many answers came from the memory of the server, and how many it made. */
async function answersOf(url: string): Promise<{ readonly memory: number; readonly store: number }> {
  const text = await (await fetch(new URL('/api/metrics', url))).text();
  const of = (from: string): number =>
    Number(new RegExp(`^counterclaim_answers_total\\{from="${from}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? NaN);
  return { memory: of('memory'), store: of('store') };
}

/** The share of answers that were made since. */
async function madeSince(url: string, before: Awaited<ReturnType<typeof answersOf>>): Promise<string> {
  const after = await answersOf(url);
  const made = after.store - before.store;
  return `${Math.round((100 * made) / (made + after.memory - before.memory))} % not from memory`;
}

/**
 * Measures a server of a ledger that is loaded.
 *
 * @param seconds How long it is asked as fast as it answers.
 */
export async function measureServing(environment: Readonly<Record<string, string>>, seconds: number): Promise<void> {
  const { url, started, pid, child } = await startServer(environment);
  try {
    line('start to first answer, loaded (goal 1 s)', milliseconds(started));
    const paths = mixOf(await someIds(url));
    const requests = paths.map((path) => ({ path }));
    const origin = new URL(url).origin;
    // Every list once, so that both measurements are of a server that runs.
    await autocannon({ url: origin, requests, connections: 1, amount: 2_000, headers: HEADERS });
    const atFirst = await answersOf(url);
    const steady = await sendSteadily({
      origin,
      paths: paths.slice(2_000),
      headers: HEADERS,
      rate: RATE,
      seconds: Math.min(seconds, 30),
      connections: CONNECTIONS,
    });
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => milliseconds(quantile(steady.times, part)));
    line(
      `mix at ${RATE} requests a second (goal p99 25 ms)`,
      `p50 ${p50} · p95 ${p95} · p99 ${p99}, ${Math.round(steady.times.length / steady.seconds)} a second, ` +
        `${steady.errors} errors, ${await madeSince(url, atFirst)}`,
    );
    const before = memoryOf(pid);
    const then = await answersOf(url);
    const flat = await autocannon({
      url: origin,
      // Each connection has a copy of its own: of more, this process would be at work for a minute before it sends any.
      requests: requests.slice(0, 2_000),
      connections: CONNECTIONS,
      duration: seconds,
      headers: HEADERS,
    });
    line(
      `flat out, ${CONNECTIONS} connections, ${seconds} s`,
      `${Math.round(flat.requests.average)} a second, p99 ${flat.latency.p99} ms, ${flat.errors + flat.non2xx} errors (${flat.timeouts} of them late by 10 s), ` +
        `memory ${Math.round(before)} to ${Math.round(memoryOf(pid))} MiB, ${await madeSince(url, then)}`,
    );
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
