import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, inject, test } from 'vitest';
import { startServer } from './server.ts';

const origin = inject('origin');

test('one listener answers pages and the API', async () => {
  const page = await fetch(`${origin}/`);
  expect(page.headers.get('content-type')).toContain('text/html');
  const health = await fetch(`${origin}/api/health`);
  expect(await health.json()).toEqual({ status: 'ok' });
  expect((await fetch(`${origin}/no-such-page`)).status).toBe(404);
  expect((await fetch(`${origin}/api/no-such-route`)).status).toBe(404);
});

test('a port in use: one line that says what to do, exit code 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(startServer({ PORT: String(port) })).rejects.toThrow(
    new RegExp(
      `ended with 1 before it listened\\.\nPort ${String(port)} on 127\\.0\\.0\\.1 is in use: [^\n]*PORT=\\d+\\.\n$`,
    ),
  );
  other.close();
});

test('SIGTERM ends it without an error', async () => {
  const server = await startServer();
  expect(await server.stop()).toBe(0);
});

test('a page reaches an API elsewhere through API_URL', async () => {
  const server = await startServer({ API_URL: origin });
  expect(await (await fetch(`${server.origin}/`)).text()).toContain('Two disputed cases');
  expect(await (await fetch(`${server.origin}/api/health`)).json()).toEqual({ status: 'ok' });
  // The API is asked by its own machine, but not for its own machine.
  expect((await fetch(`${server.origin}/api/metrics`)).status).toBe(404);
  await server.stop();
});

test('pages, their files and the API are counted by the process that serves them', async () => {
  const script = /\/_app\/[^"]+\.js/.exec(await (await fetch(`${origin}/`)).text())?.[0] ?? '';
  expect((await fetch(origin + script)).status).toBe(200);
  expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);
  const text = await (await fetch(`${origin}/api/metrics`)).text();
  for (const route of ['page', 'file', '/api/health/live'])
    expect(text).toContain(`http_request_duration_seconds_count{method="GET",route="${route}",status="200"}`);
  expect(text).toMatch(/^http_connections [1-9]/m);
});
