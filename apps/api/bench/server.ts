/**
 * The server that is measured: the API and a bare Hono app that returns the same bytes, behind one listener in one process.
 * Tells its parent where it listens and what to ask for.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { openService } from '../src/index.ts';

export interface Case {
  readonly name: string;
  readonly path: string;
  readonly barePath: string;
  readonly tag: string;
  readonly bytes: number;
}

const { app } = await openService({ COUNTERCLAIM_DATA: ':memory:' });
const bare = new Hono();

const cases: Case[] = [];
for (const [name, path] of [
  ['event detail', '/api/v1/events/2020-11-21-kabul-rockets'],
  ['event list', '/api/v1/events?kind=attack~clash&sort=-killed'],
] as const) {
  const response = await app.request(path);
  const body = new Uint8Array(await response.arrayBuffer());
  const barePath = `/bare/${cases.length}`;
  bare.get(barePath, (context) => context.body(body, 200, { 'content-type': 'application/json' }));
  cases.push({ name, path, barePath, tag: response.headers.get('etag') ?? '', bytes: body.byteLength });
}

const answerBare = getRequestListener(bare.fetch);
const server = createServer((request, response) => {
  if (request.url?.startsWith('/bare/') === true) void answerBare(request, response);
  else app.listener(request, response);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, cases });
});
process.on('disconnect', () => process.exit(0));
