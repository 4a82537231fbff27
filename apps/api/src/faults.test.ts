import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { kill, portOf, refusedStart, type ServerProcess, startProcess, textOf } from '../test/server-process.ts';

/* What happens to a server that runs: asked from outside, as an operator sees it. */

let folder = '';
const started: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-faults-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(kill));
  rmSync(folder, { recursive: true });
});

async function start(environment: Record<string, string> = {}): Promise<{ child: ServerProcess; origin: string }> {
  const child = startProcess(environment);
  started.push(child);
  return { child, origin: `http://127.0.0.1:${await portOf(child)}` };
}

const ADDRESSES = [
  '/api/health',
  '/api/v1/events?limit=5',
  '/api/v1/events?q=rockets&limit=3',
  '/api/v1/events/2020-11-21-kabul-rockets',
  '/api/v1/facets?status=contested',
  '/api/v1/events.csv',
  '/api/v1/claims.csv',
];

/** The value of a metric without labels. */
async function metric(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/api/metrics`, { headers: { connection: 'close' } })).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
}

test('told to end under load, it answers what it has taken, and ends with 0', async () => {
  const { child, origin } = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const failures: string[] = [];
  let answered = 0;
  let told = false;
  const client = async (_: unknown, number: number): Promise<void> => {
    for (let turn = number; ; turn += 1) {
      const address = ADDRESSES[turn % ADDRESSES.length] ?? '';
      const outgoing = request(origin + address, { agent });
      outgoing.end();
      try {
        const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
        await once(incoming.resume(), 'end');
        if (!incoming.complete) failures.push(`${address} broke off`);
        answered += 1;
      } catch (error) {
        // A new connection that nobody takes any more: that is no accepted request.
        if (!told || outgoing.reusedSocket) failures.push(`${address}: ${String(error)}`);
        return;
      }
    }
  };
  const clients = Array.from({ length: 16 }, client);
  while (answered < 200) await new Promise((resolve) => setTimeout(resolve, 10));
  told = true;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.all(clients);
  expect(await ended).toEqual([0, null]);
  agent.destroy();
  expect(failures).toEqual([]);
});

test('flooded with what nobody can mean, it refuses each, keeps no connection, and goes on', async () => {
  const { child, origin } = await start();
  const port = Number(new URL(origin).port);
  const messages = [
    'GARBAGE\r\n\r\n',
    '\0\x01\x02\xff'.repeat(100),
    'GET /api/v1/events HTTP/9.9\r\n\r\n',
    'GET /api/v1/events HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
    'GET /api/v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    `GET /api/v1/events?q=${'%'.repeat(500)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    `GET /api/v1/${'a/'.repeat(4_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(5_000)}\r\n`,
    'POST /api/v1/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ];
  let refused = 0;
  const flood = async (_: unknown, number: number): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) {
      const socket = connect(port, '127.0.0.1');
      // The server may cut a connection off while its nonsense is still on the way.
      socket.on('error', () => {});
      let status = '';
      socket.on('data', (chunk: Buffer) => (status ||= chunk.subarray(9, 12).toString()));
      socket.write(messages[(turn + number) % messages.length] ?? '', 'latin1');
      await new Promise((resolve) => socket.once('close', resolve));
      if (/^4\d\d$/.test(status)) refused += 1;
      else expect(status).toBe('');
    }
  };
  await Promise.all(Array.from({ length: 8 }, flood));
  expect(refused).toBeGreaterThan(200);
  expect((await fetch(`${origin}/api/v1/events?limit=1`, { headers: { connection: 'close' } })).status).toBe(200);
  // The one that asks.
  expect(await metric(origin, 'http_connections')).toBe(1);
  expect(child.exitCode).toBeNull();
});

test('while another process writes, readers are answered, and another server starts', async () => {
  const { origin } = await start({ COUNTERCLAIM_DATA: folder });
  const writer = new DatabaseSync(join(folder, 'ledger.sqlite'));
  writer.exec(`begin exclusive; update dataset set digest = 'half'; delete from piece`);
  const second = await start({ COUNTERCLAIM_DATA: folder });
  for (const address of ADDRESSES) {
    const answers = await Promise.all([origin, second.origin].map((server) => fetch(server + address)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [one, other] = await Promise.all(answers.map((answer) => answer.text()));
    expect(one).toBe(other);
  }
  writer.exec('rollback');
  writer.close();
});

test('a database that is damaged while it is served fails requests, never the server', async () => {
  const { child, origin } = await start({ COUNTERCLAIM_DATA: folder });
  const log = textOf(child.stderr);
  expect((await fetch(`${origin}/api/v1/events?limit=1`)).status).toBe(200);
  const path = join(folder, 'ledger.sqlite');
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size - 4_096, 0xab), 0, size - 4_096, 4_096);
  closeSync(file);
  const failed: string[] = [];
  for (const address of ['/api/v1/coverage', ...ADDRESSES, '/api/v1/places?limit=100', '/api/v1/changes']) {
    const response = await fetch(origin + address).catch(() => undefined);
    // An export that has begun can only be broken off.
    if (response === undefined || response.status === 200) {
      await response?.text().catch(() => undefined);
      continue;
    }
    expect([500, 503]).toContain(response.status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const text = await response.text();
    expect(text).not.toMatch(/sqlite|select |\.data/i);
    failed.push(address);
  }
  expect(failed).toContain('/api/v1/coverage');
  expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);
  expect(child.exitCode).toBeNull();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await log).toContain('ledger.sqlite');
  const again = await refusedStart({ COUNTERCLAIM_DATA: folder });
  expect(again.code).toBe(1);
  expect(again.said).toMatch(/^The database [^\n]*ledger\.sqlite is damaged [^\n]*\n$/);
});

describe('on a disk that is full', () => {
  test('it does not start, and says so in one line', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    if (mounted.status !== 0) skip('only who may mount a small disk can fill one');
    try {
      const { said, code } = await refusedStart({ COUNTERCLAIM_DATA: disk });
      expect(code).toBe(1);
      expect(said).toMatch(/^The disk that holds [^\n]*ledger\.sqlite is full: [^\n]+\n$/);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
