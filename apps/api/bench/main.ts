/**
 * Measures the API against a bare Hono route that returns the same bytes from the same process, in rounds that take turns,
 * so that whatever else the machine does falls on both; and how long a start takes. Loopback only.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { Case } from './server.ts';

const ROUNDS = 7;
const SECONDS = 1;
const CONNECTIONS = 16;

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Requests a second; every answer must have the status. */
async function throughput(
  url: string,
  status: 200 | 304,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, headers: { ...headers } });
  const answered = result.statusCodeStats?.[`${status}`]?.count ?? 0;
  if (result.errors > 0 || answered === 0 || answered !== result.requests.total) {
    throw new Error(`${url}: ${answered} of ${result.requests.total} answers were ${status}, ${result.errors} errors`);
  }
  return result.requests.average;
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

const round = (value: number, digits = 0): string => value.toFixed(digits);

async function measureThroughput(): Promise<void> {
  const child = fork(file('./server.ts'), { stdio: 'inherit' });
  try {
    const [{ port, cases }] = (await once(child, 'message')) as [{ port: number; cases: Case[] }];
    const origin = `http://127.0.0.1:${port}`;
    for (const { name, path, barePath, tag, bytes } of cases) {
      const runs: Record<'bare' | 'api' | 'compressed' | 'unchanged', number[]> = {
        bare: [],
        api: [],
        compressed: [],
        unchanged: [],
      };
      await throughput(origin + barePath, 200);
      await throughput(origin + path, 200);
      for (let count = 0; count < ROUNDS; count += 1) {
        runs.bare.push(await throughput(origin + barePath, 200));
        runs.api.push(await throughput(origin + path, 200));
        runs.compressed.push(await throughput(origin + path, 200, { 'accept-encoding': 'br' }));
        runs.unchanged.push(await throughput(origin + path, 304, { 'if-none-match': tag }));
      }
      const ratio = (to: number[]): string =>
        round(median(to.map((value, index) => value / (runs.bare[index] ?? NaN))), 2);
      console.log(`${name} (${bytes} bytes), bare Hono: ${round(median(runs.bare))} requests/s`);
      console.log(`  API                ${round(median(runs.api))} requests/s, ${ratio(runs.api)} of bare (goal 0.6)`);
      console.log(
        `  API, If-None-Match ${round(median(runs.unchanged))} requests/s, ${ratio(runs.unchanged)} of bare (goal 0.8)`,
      );
      console.log(
        `  API, brotli        ${round(median(runs.compressed))} requests/s, ${ratio(runs.compressed)} of bare`,
      );
    }
  } finally {
    child.disconnect();
  }
}

/** Milliseconds from the start of the process to the end of its first answer. */
async function start(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [file('../dist/main.js')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', COUNTERCLAIM_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    const base = /http:\S+/.exec(printed.toString())?.[0] ?? '';
    const response = await fetch(`${base}/events`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`the first answer was ${response.status}`);
    return performance.now() - began;
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

async function measureStart(): Promise<void> {
  if (!existsSync(file('../dist/main.js')))
    throw new Error('build the package first: the start of what is built is measured');
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-bench-'));
  try {
    const first: number[] = [];
    const again: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const data = join(folder, String(count));
      first.push(await start(data));
      again.push(await start(data));
    }
    console.log(
      `start to first answer: ${round(median(first))} ms with the records to load, ${round(median(again))} ms with them loaded`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await measureThroughput();
await measureStart();
