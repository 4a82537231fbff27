import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Store } from '@counterclaim/store';
import { expect, test } from 'vitest';
import { testService } from '../../test/service.ts';
import { createApp } from '../app.ts';

const { get, current } = testService();

const event = '/api/v1/events/2020-11-21-kabul-rockets';
const addresses = ['/api/v1/events', event, '/api/v1/events.csv', '/api/v1/release', '/api/openapi.json'];

/** The service’s own store, with the calls of everything but its state counted. */
function countedStore(store: Store): { store: Store; calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    store: new Proxy(store, {
      get(target, name) {
        if (name !== 'state') calls += 1;
        return Reflect.get(target, name) as unknown;
      },
    }),
  };
}

test.each(addresses)('%s is not sent again to those who have it', async (address) => {
  const first = await get(address);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"[\w.-]+"$/);
  const again = await get(address, { 'if-none-match': tag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect(again.headers.get('etag')).toBe(tag);
  expect(again.headers.get('vary')).toBe(first.headers.get('vary'));
  expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
});

test('a tag among others, or a strong one, is recognised', async () => {
  const tag = (await get(event)).headers.get('etag') ?? '';
  for (const header of [`"x", ${tag}`, `${tag}, "y"`, tag.slice(2), '*']) {
    expect((await get(event, { 'if-none-match': header })).status, header).toBe(304);
  }
  expect((await get(event, { 'if-none-match': '"x"' })).status).toBe(200);
});

test('304 is said before any work', async () => {
  const { store, calls } = countedStore(current().store);
  const app = createApp({ store, build: 'test' });
  const tag = (await app.request(event)).headers.get('etag') ?? '';
  const before = calls();
  expect(before).toBeGreaterThan(0);
  expect((await app.request(event, { headers: { 'if-none-match': tag } })).status).toBe(304);
  expect(calls()).toBe(before);
});

test('a body is rendered once', async () => {
  const { store, calls } = countedStore(current().store);
  const app = createApp({ store, build: 'test' });
  const first = await (await app.request(event)).text();
  const before = calls();
  expect(await (await app.request(event)).text()).toBe(first);
  expect(calls()).toBe(before);
});

test('a tag of one address never stands for another, nor for one that is refused', async () => {
  const tags = await Promise.all(addresses.map(async (address) => (await get(address)).headers.get('etag')));
  expect(new Set(tags).size).toBe(addresses.length);
  const header = tags.join(', ');
  expect((await get('/api/v1/events?limit=0', { 'if-none-match': header })).status).toBe(400);
  expect((await get('/api/v1/events/no-such-event', { 'if-none-match': header })).status).toBe(404);
  expect((await get('/api/v1/events/no-such-event', { 'if-none-match': '*' })).status).toBe(404);
});

test('a tag of one format never stands for another', async () => {
  const json = await get('/api/v1/events', { accept: 'application/json' });
  const csv = await get('/api/v1/events', { accept: 'text/csv' });
  expect(csv.headers.get('etag')).not.toBe(json.headers.get('etag'));
  await csv.text();
});

test('another build and another state of the ledger have other tags, and other bodies', async () => {
  const { store } = current();
  let revision = 'a';
  let title = 'first';
  const changing: Store = {
    ...store,
    state: async () => ({ ...(await store.state()), revision }),
    actors: () => Promise.resolve({ items: [{ id: 'x', name: title, kind: 'state' } as never] }),
  };
  const app = createApp({ store: changing, build: 'one' });
  const tagOf = async (from: { request: (address: string) => Response | Promise<Response> }) =>
    (await from.request('/api/v1/actors')).headers.get('etag');
  const tag = await tagOf(app);
  expect(await tagOf(createApp({ store: changing, build: 'two' }))).not.toBe(tag);
  title = 'second';
  expect(await (await app.request('/api/v1/actors')).text()).toContain('first');
  revision = 'b';
  expect(await tagOf(app)).not.toBe(tag);
  expect(await (await app.request('/api/v1/actors')).text()).toContain('second');
});

test('replacing a dataset changes the tag', async () => {
  const { store } = current();
  const before = (await get('/api/v1/places')).headers.get('etag') ?? '';
  await store.replaceDataset('other', 'f'.repeat(64), [
    {
      type: 'place',
      value: {
        id: 'elsewhere',
        name: 'Elsewhere',
        kind: 'area',
        geometry: { type: 'none' },
        precision: 'unknown',
      } as never,
    },
  ]);
  try {
    const after = await get('/api/v1/places', { 'if-none-match': before });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('Elsewhere');
  } finally {
    await store.removeDataset('other');
  }
});

test('HEAD says what GET would', async () => {
  for (const address of addresses) {
    const got = await get(address);
    await got.text();
    const head = await current().app.request(address, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-type', 'cache-control', 'vary', 'content-disposition']) {
      expect(head.headers.get(name), `${address} ${name}`).toBe(got.headers.get(name));
    }
  }
});

test('HEAD before GET leaves nothing empty behind', async () => {
  for (const address of addresses) {
    // A parameter of its own: no other test has asked for this answer.
    const fresh = `${address}${address.includes('?') ? '&' : '?'}asOf=2031-01-01`;
    const head = await current().app.request(fresh, { method: 'HEAD' });
    const got = await get(fresh);
    expect(got.status).toBe(head.status);
    expect((await got.text()).length).toBeGreaterThan(0);
  }
});

test('HEAD of an unknown id has no body either', async () => {
  const response = await current().app.request(`${event}x`, { method: 'HEAD' });
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['*', 'br', brotliDecompressSync],
])('Accept-Encoding: %s is answered in %s', async (header, encoding, decompress) => {
  const plain = await (await get(event)).text();
  for (let time = 0; time < 2; time += 1) {
    const response = await get(event, { 'accept-encoding': header });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(plain.length / 3);
    expect(decompress(bytes).toString()).toBe(plain);
  }
});

test.each([null, '', 'identity', 'deflate', 'br;q=0', 'gzip;q=0.0, br;q=0'])(
  'Accept-Encoding: %s is answered plainly',
  async (header) => {
    const response = await get(event, header === null ? {} : { 'accept-encoding': header });
    expect(response.headers.get('content-encoding')).toBeNull();
  },
);

test('what fits a packet is not compressed', async () => {
  const response = await get('/api/v1/events?q=zzzzzz', { 'accept-encoding': 'br' });
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(await response.json()).toEqual({ items: [] });
});

test('an export is compressed while it is written', async () => {
  const plain = await (await get('/api/v1/events.csv')).text();
  const response = await get('/api/v1/events.csv', { 'accept-encoding': 'br, gzip' });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain);
  expect((await get('/api/v1/events.csv', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBeNull();
});

test('every answer may be read by other sites, and is never a page', async () => {
  for (const address of [...addresses, '/api/health', '/api/v1/nothing', '/api/v1/events?limit=0']) {
    const { headers } = await get(address, { origin: 'https://example.org' });
    expect(headers.get('access-control-allow-origin'), address).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('ETag');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  }
});

test('a browser that asks first is told what it may', async () => {
  const response = await current().app.request(event, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match');
});

test('a harmless request id is kept, another one replaced', async () => {
  expect((await get(event, { 'x-request-id': 'abc-123' })).headers.get('x-request-id')).toBe('abc-123');
  for (const id of ['a b', 'x'.repeat(65), '<script>', 'a"b']) {
    expect((await get(event, { 'x-request-id': id })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('health is never kept', async () => {
  const response = await get('/api/health');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('etag')).toBeNull();
});

test('every request is logged once, with its id and what came of it', async () => {
  const lines: Record<string, unknown>[] = [];
  const app = createApp({
    store: current().store,
    build: 'test',
    logger: { info: (fields) => void lines.push({ ...fields }), error() {} },
  });
  const tag = (await app.request(event, { headers: { 'x-request-id': 'one' } })).headers.get('etag') ?? '';
  await app.request(event, { headers: { 'x-request-id': 'two' } });
  await app.request(event, { headers: { 'x-request-id': 'three', 'if-none-match': tag } });
  await app.request('/api/v1/events?limit=0', { headers: { 'x-request-id': 'four' } });
  expect(lines.map(({ requestId, status, from }) => [requestId, status, from])).toEqual([
    ['one', 200, 'store'],
    ['two', 200, 'memory'],
    ['three', 304, 'tag'],
    ['four', 400, 'refusal'],
  ]);
});
