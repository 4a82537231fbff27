/** Asks a server over HTTP: a mix at a fixed rate, then as fast as it answers. Loopback only, bounded in time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { QUERIES } from './queries.ts';
import { line, milliseconds } from './measured.ts';

const RATE = 1_000;
const CONNECTIONS = 64;

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

/** Ids of events that are asked for, drawn from the first pages. */
async function someIds(url: string): Promise<string[]> {
  const ids: string[] = [];
  for (const query of QUERIES.slice(0, 20)) {
    const { items } = (await (await fetch(`${url}/events?${query}`)).json()) as { items: { id: string }[] };
    ids.push(...items.map(({ id }) => id));
  }
  return ids;
}

/** Of ten requests six are pages, two events, one search or facets each. */
function mixOf(ids: readonly string[]): { path: string }[] {
  const words = QUERIES.filter((query) => query.startsWith('q='));
  const pages = QUERIES.filter((query) => !query.startsWith('q='));
  return Array.from({ length: 1_000 }, (_, n) => {
    const at = (list: readonly string[]): string => list[(n * 7_919) % list.length] ?? '';
    if (n % 10 < 6) return { path: `/api/v1/events?${at(pages)}` };
    if (n % 10 < 8) return { path: `/api/v1/events/${at(ids)}` };
    return n % 10 === 8
      ? { path: `/api/v1/events?${at(words)}` }
      : { path: `/api/v1/facets?${at(pages).replace(/&?sort=[^&]*/, '')}` };
  });
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
    const requests = mixOf(await someIds(url));
    const origin = new URL(url).origin;
    // Everything once, so that both measurements are of a server that runs.
    await autocannon({ url: origin, requests, connections: 4, amount: requests.length });
    const steady = await autocannon({
      url: origin,
      requests,
      connections: CONNECTIONS,
      overallRate: RATE,
      duration: Math.min(seconds, 30),
    });
    line(
      `mix at ${RATE} requests a second (goal p99 25 ms)`,
      `p50 ${steady.latency.p50} ms · p99 ${steady.latency.p99} ms, ${Math.round(steady.requests.average)} a second, ${steady.errors + steady.non2xx} errors`,
    );
    const before = memoryOf(pid);
    const flat = await autocannon({ url: origin, requests, connections: CONNECTIONS, duration: seconds });
    line(
      `flat out, ${CONNECTIONS} connections, ${seconds} s`,
      `${Math.round(flat.requests.average)} a second, p99 ${flat.latency.p99} ms, ${flat.errors + flat.non2xx} errors, ` +
        `memory ${Math.round(before)} to ${Math.round(memoryOf(pid))} MiB`,
    );
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
