import type { Store } from '@counterclaim/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json } from '../../test/json.ts';
import { testService } from '../../test/service.ts';
import { type App, createApp } from '../app.ts';
import type { ProblemDocument } from '../http/problem-types.ts';
import { serve, type Serving } from '../server/serve.ts';

const { current } = testService();

const TOKEN = 'a token of the test';
const withToken = { headers: { authorization: `Bearer ${TOKEN}` } };

/** An app that counts from nothing. */
const newApp = (options: Partial<Parameters<typeof createApp>[0]> = {}): App =>
  createApp({ store: current().store, build: 'test', metricsToken: TOKEN, ...options });

const metricsOf = async (app: App): Promise<string> => (await app.request('/api/metrics', withToken)).text();

/** The value of a series by its whole name, labels included. */
function valueOf(text: string, name: string): number | undefined {
  const line = text.split('\n').find((line) => line.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

const requests = (method: string, route: string, status: number): string =>
  `http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`;

describe('metrics', () => {
  test('count requests by the template of their address, method and status', async () => {
    const app = newApp();
    const tag = (await app.request('/api/v1/events/2020-11-21-kabul-rockets')).headers.get('etag') ?? '';
    await app.request('/api/v1/events/2020-11-21-kabul-rockets', { headers: { 'if-none-match': tag } });
    await app.request('/api/v1/events/2021-07-20-kabul-palace-rockets?asOf=2021-08', { method: 'HEAD' });
    await app.request('/api/v1/events/no-such-event');
    await app.request('/api/v1/events?colour=red');
    await app.request('/api/v1/claims/a/b', { method: 'POST' });
    const text = await metricsOf(app);
    expect(valueOf(text, requests('GET', '/api/v1/events/{id}', 200))).toBe(1);
    expect(valueOf(text, requests('GET', '/api/v1/events/{id}', 304))).toBe(1);
    expect(valueOf(text, requests('HEAD', '/api/v1/events/{id}', 200))).toBe(1);
    expect(valueOf(text, requests('GET', '/api/v1/events/{id}', 404))).toBe(1);
    expect(valueOf(text, requests('GET', '/api/v1/events', 400))).toBe(1);
    expect(valueOf(text, requests('POST', '/api/v1/claims/{source}/{slug}', 405))).toBe(1);
    const bucket =
      'http_request_duration_seconds_bucket{le="+Inf",method="GET",route="/api/v1/events/{id}",status="200"}';
    expect(valueOf(text, bucket)).toBe(1);
  });

  test('make one series of everything that a client may invent', async () => {
    const app = newApp();
    for (let count = 0; count < 200; count += 1) {
      await app.request(`/api/v1/invented-${count}`, { method: count % 2 === 0 ? 'GET' : `INVENTED${count}` });
      await app.request(`/api/v1/sources/invented-${count}`);
    }
    await app.request(`/api/v1/${'a'.repeat(9_000)}`);
    const series = (await metricsOf(app)).match(/^http_request_duration_seconds_count.*/gm);
    expect(series).toEqual([
      `${requests('GET', 'other', 404)} 100`,
      `${requests('GET', '/api/v1/sources/{id}', 404)} 200`,
      `${requests('other', 'other', 404)} 100`,
      `${requests('GET', 'other', 414)} 1`,
    ]);
  });

  test('tell where answers came from, and what is kept of them', async () => {
    const app = newApp();
    for (let count = 0; count < 3; count += 1) await app.request('/api/v1/coverage');
    const tag = (await app.request('/api/v1/coverage')).headers.get('etag') ?? '';
    await app.request('/api/v1/coverage', { headers: { 'if-none-match': tag } });
    await app.request('/api/v1/nothing');
    const text = await metricsOf(app);
    expect(valueOf(text, 'counterclaim_answers_total{from="store"}')).toBe(1);
    expect(valueOf(text, 'counterclaim_answers_total{from="memory"}')).toBe(3);
    expect(valueOf(text, 'counterclaim_answers_total{from="tag"}')).toBe(1);
    expect(valueOf(text, 'counterclaim_answers_total{from="refusal"}')).toBe(1);
    expect(valueOf(text, 'counterclaim_body_cache_bytes')).toBeGreaterThan(1_000);
    expect(valueOf(text, 'counterclaim_body_cache_limit_bytes')).toBe(64 * 2 ** 20);
  });

  test('tell what the store serves, and of the process', async () => {
    const text = await metricsOf(newApp());
    const { revision, datasets } = await current().store.state();
    const [curated] = datasets;
    expect(valueOf(text, 'counterclaim_store_up')).toBe(1);
    expect(valueOf(text, `counterclaim_info{revision="${revision}",build="test"}`)).toBe(1);
    for (const type of ['events', 'claims', 'sources', 'actors', 'places'] as const) {
      expect(valueOf(text, `counterclaim_records{dataset="curated",type="${type}"}`)).toBe(curated?.[type]);
    }
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(2 ** 20);
    for (const name of ['process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes'])
      expect(valueOf(text, name)).toBeGreaterThanOrEqual(0);
    expect(text).toContain('# TYPE nodejs_gc_duration_seconds histogram');
  });

  test('are there when the store is not, and say so', async () => {
    let broken = true;
    const store: Store = {
      ...current().store,
      state: () => (broken ? Promise.reject(new Error('closed')) : current().store.state()),
    };
    const app = newApp({ store });
    await app.request('/api/v1/events');
    const text = await metricsOf(app);
    expect(valueOf(text, 'counterclaim_store_up')).toBe(0);
    expect(text).not.toMatch(/^counterclaim_records\{/m);
    expect(valueOf(text, requests('GET', '/api/v1/events', 503))).toBe(1);
    expect((await app.request('/api/health')).status).toBe(503);
    expect(await json(await app.request('/api/health/live'))).toEqual({ status: 'ok' });
    broken = false;
    expect(valueOf(await metricsOf(app), 'counterclaim_store_up')).toBe(1);
    expect((await app.request('/api/health')).status).toBe(200);
  });

  test('are one text for each series, in the order of the format', async () => {
    const app = newApp();
    await app.request('/api/v1/events');
    const response = await app.request('/api/metrics', withToken);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(/^[a-z_][a-z0-9_]*(?:\{[^{}]*\})? (?:-?\d[\d.e+-]*|NaN|\+Inf)$/i);
    const names = lines.map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('who may read them', () => {
  const servers: Serving[] = [];
  let open = '';
  let proxied = '';
  let guarded = '';
  beforeAll(async () => {
    const addressOf = async (app: App): Promise<string> => {
      const serving = await serve(app.listener, { host: '127.0.0.1', port: 0, metrics: app.metrics });
      servers.push(serving);
      return `http://127.0.0.1:${serving.port}/api/metrics`;
    };
    open = await addressOf(newApp({ metricsToken: undefined }));
    proxied = await addressOf(newApp({ metricsToken: undefined, origin: 'https://example.org' }));
    guarded = await addressOf(newApp({ origin: 'https://example.org' }));
  });
  afterAll(() => Promise.all(servers.map((serving) => serving.close())));

  /** Refused as an address that is not there, with what the operator can do. */
  async function expectRefusal(response: Response): Promise<void> {
    expect(response.status).toBe(404);
    const problem = await json<ProblemDocument>(response);
    expect(problem.type).toBe('/api#problem-not-found');
    expect(problem.detail).toContain('COUNTERCLAIM_METRICS_TOKEN');
  }

  test('this machine, unless somebody asks through it', async () => {
    const response = await fetch(open);
    expect(response.status).toBe(200);
    expect(valueOf(await response.text(), 'http_connections_limit')).toBe(1_000);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    for (const header of ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'])
      await expectRefusal(await fetch(open, { headers: { [header]: '192.0.2.1' } }));
  });

  test('nobody without a token, where a proxy stands in front', async () => {
    await expectRefusal(await fetch(proxied));
  });

  test('nobody within the process without a token: pages ask there for their readers', async () => {
    await expectRefusal(await newApp({ metricsToken: undefined }).request('/api/metrics'));
  });

  test('with a token whoever shows it, and nobody else', async () => {
    expect((await fetch(guarded, withToken)).status).toBe(200);
    expect((await fetch(guarded, { ...withToken, method: 'HEAD' })).status).toBe(200);
    expect((await fetch(guarded, { headers: { authorization: `bearer ${TOKEN}` } })).status).toBe(200);
    await expectRefusal(await fetch(guarded));
    for (const authorization of [TOKEN, `Bearer ${TOKEN}x`, 'Bearer ', `Basic ${TOKEN}`])
      await expectRefusal(await fetch(guarded, { headers: { authorization } }));
  });

  test('and nobody changes anything', async () => {
    for (const address of ['/api/metrics', '/api/health/live']) {
      const response = await newApp().request(address, { ...withToken, method: 'POST' });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
  });
});
