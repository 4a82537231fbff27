import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kill, portOf, refusedStart, type ServerProcess, startProcess, textOf } from '../test/server-process.ts';
import type { ProblemDocument } from './http/problem-types.ts';

/* The server as a process of its own, asked over a socket: what no test within the process can see. */

describe('while it runs', () => {
  let child: ServerProcess;
  let port = 0;

  beforeAll(async () => {
    child = startProcess();
    port = await portOf(child);
  });
  afterAll(() => kill(child));

  /** What comes back for bytes as they are, until the connection is closed. */
  async function raw(bytes: string | Buffer): Promise<{ status: number; body: string }> {
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes);
    const text = await textOf(socket);
    const [head = '', ...body] = text.split('\r\n\r\n');
    return { status: Number(head.split(' ')[1]), body: body.join('\r\n\r\n') };
  }

  const problemOf = (body: string) => (JSON.parse(body) as ProblemDocument).type;

  test('it answers at the address that it prints', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/events?limit=1`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).not.toBeNull();
    expect(await response.json()).toMatchObject({ items: [{ dataset: 'curated' }] });
  });

  test('it streams exports, compressed or not', async () => {
    const plain = await (
      await fetch(`http://127.0.0.1:${port}/api/v1/claims.csv`, { headers: { 'accept-encoding': 'identity' } })
    ).text();
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/claims.csv`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(plain);
    expect(plain.split('\r\n').length).toBeGreaterThan(100);
  });

  test.each([
    ['no HTTP at all', 'GARBAGE\r\n\r\n', 400, 'malformed-request'],
    ['no such method', 'FOO /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400, 'malformed-request'],
    [
      'headers beyond 16 KiB',
      `GET /api/health HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'a 10 KB query',
      `GET /api/v1/events?q=${'a'.repeat(10_240)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      414,
      'uri-too-long',
    ],
    ['TRACE', 'TRACE /api/v1/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405, 'method-not-allowed'],
    [
      'a body',
      'GET /api/v1/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx',
      413,
      'content-too-large',
    ],
    [
      'a body in chunks',
      'GET /api/v1/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n',
      413,
      'content-too-large',
    ],
    [
      'letters that are not encoded',
      Buffer.from('GET /api/v1/events?q=کابل HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
      400,
      'malformed-url',
    ],
  ])('%s is refused with a problem', async (_what, bytes, status, name) => {
    const answer = await raw(bytes);
    expect(answer.status).toBe(status);
    expect(problemOf(answer.body)).toBe(`/api#problem-${name}`);
  });

  test('whatever the Host header says makes no difference', async () => {
    for (const host of ['x', 'a b\\c', '[', '']) {
      const answer = await raw(`GET /api/health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer.status).toBe(200);
    }
  });

  test('an address in full is read like a path', async () => {
    expect((await raw('GET http://elsewhere/api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).status).toBe(
      200,
    );
  });

  test('it ends by itself when it is told to', async () => {
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
  });
});

describe('it does not start, and says in one line what to do', () => {
  test('when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { said, code } = await refusedStart({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} on 127.0.0.1 is in use: stop the program that uses it, or choose another, such as PORT=${port + 1}.\n`,
    );
  });

  test('when PORT is no port', async () => {
    const { said, code } = await refusedStart({ PORT: 'abc' });
    expect(code).toBe(1);
    expect(said).toBe('PORT=abc is not a port: choose a number from 0 to 65535.\n');
  });

  test('when LOG_LEVEL is none', async () => {
    const { said, code } = await refusedStart({ LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(said).toMatch(/^LOG_LEVEL=loud is no level: choose one of trace, [^\n]+\n$/);
  });

  test('when the database is damaged, or its folder is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterclaim-'));
    try {
      writeFileSync(join(folder, 'ledger.sqlite'), 'no database');
      for (const data of [folder, join(folder, 'ledger.sqlite', 'below')]) {
        const { said, code } = await refusedStart({ COUNTERCLAIM_DATA: data });
        expect(code).toBe(1);
        expect(said).toMatch(/^[^\n]*ledger\.sqlite[^\n]*: [^\n]+\n$/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
