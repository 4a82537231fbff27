import { parseCsv, recordsOf } from '../../../../packages/interchange/test/parse-csv.ts';
import { expect, test } from 'vitest';
import { json } from '../../test/json.ts';
import { testService } from '../../test/service.ts';
import type { ClaimList, EventList } from '../answers.ts';
import { createApp } from '../app.ts';

const { get, current } = testService();

/** Every item of a list, by walking its pages. */
async function walked<Item>(address: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const url = new URL(address, 'http://localhost');
    url.searchParams.set('limit', String(limit));
    if (cursor !== undefined) url.searchParams.set('cursor', cursor);
    const page = await json<{ items: Item[]; cursor?: string }>(await get(url.pathname + url.search));
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}

const EVENT_QUERIES = [
  '',
  '?sort=date',
  '?sort=-killed',
  '?sort=known',
  '?kind=attack',
  '?kind=attack~change-of-control&sort=date',
  '?status=contested~claimed',
  '?date=2020-11',
  '?date=2021-07-20..',
  '?killed=1..',
  '?q=kabul%20rockets',
  '?place=kabul',
  '?actor=taliban&stance=denies',
  '?asOf=2020-11-21',
  '?agreement=disputed&dataset=curated',
  '?bbox=60,29,75,39',
  '?q=nothingatall',
];

test.each(EVENT_QUERIES)('events%s: CSV and GeoJSON are what the pages hold', async (query) => {
  const events = await walked<EventList['items'][number]>(`/api/v1/events${query}`, 3);
  const csv = recordsOf(await (await get(`/api/v1/events.csv${query}`)).text());
  expect(csv.map(({ id, title, status, claims, killed_high: high }) => ({ id, title, status, claims, high }))).toEqual(
    events.map(({ id, title, status, claims, killed }) => ({
      id,
      title,
      status,
      claims: String(claims),
      high: killed === null ? '' : String(killed.high),
    })),
  );
  const { features } = await json<{
    features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
  }>(await get(`/api/v1/events.geojson${query}`));
  expect(features.map(({ id, geometry, properties }) => ({ id, geometry, status: properties['status'] }))).toEqual(
    events.map(({ id, point, status }) => ({
      id,
      geometry: point === null ? null : { type: 'Point', coordinates: [point.longitude, point.latitude] },
      status,
    })),
  );
});

test('the queries above tell something apart', async () => {
  const counts = await Promise.all(
    EVENT_QUERIES.map(async (query) => (await walked(`/api/v1/events${query}`, 100)).length),
  );
  const [all = 0] = counts;
  expect(all).toBeGreaterThan(20);
  expect(counts.at(-1)).toBe(0);
  expect(counts.filter((count) => count > 0 && count < all).length).toBeGreaterThan(5);
});

test.each(['', '?kind=casualties', '?claimant=taliban', '?q=rockets', '?asOf=2020-11-21', '?stance=denies~accuses'])(
  'claims%s: CSV is what the pages hold',
  async (query) => {
    const claims = await walked<ClaimList['items'][number]>(`/api/v1/claims${query}`, 7);
    const csv = recordsOf(await (await get(`/api/v1/claims.csv${query}`)).text());
    expect(csv.length).toBeGreaterThan(0);
    expect(csv.map(({ id, paraphrase, kind }) => ({ id, paraphrase, kind }))).toEqual(
      claims.map(({ id, paraphrase, body: { kind } }) => ({ id, paraphrase, kind })),
    );
  },
);

test.each([
  ['/api/v1/events', 'text/csv', '/api/v1/events.csv'],
  ['/api/v1/events', 'application/geo+json', '/api/v1/events.geojson'],
  ['/api/v1/claims', 'text/csv', '/api/v1/claims.csv'],
])('%s as %s is %s', async (address, accept, suffixed) => {
  const negotiated = await get(`${address}?q=kabul`, { accept });
  const named = await get(`${suffixed}?q=kabul`);
  expect(negotiated.headers.get('content-type')).toBe(named.headers.get('content-type'));
  expect(negotiated.headers.get('content-disposition')).toBe(named.headers.get('content-disposition'));
  expect(await negotiated.text()).toBe(await named.text());
});

test('a file has a name', async () => {
  for (const [address, name] of [
    ['/api/v1/events.csv', 'counterclaim-events.csv'],
    ['/api/v1/events.geojson', 'counterclaim-events.geojson'],
    ['/api/v1/claims.csv', 'counterclaim-claims.csv'],
  ] as const) {
    const response = await get(address);
    await response.text();
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  }
});

test('the dictionary names the columns of the files, in their order', async () => {
  const { tables } = await json<{ tables: { files: { path: string }[]; columns: { name: string }[] }[] }>(
    await get('/api/v1/dictionary'),
  );
  for (const { files, columns } of tables) {
    for (const { path } of files.filter((file) => file.path.endsWith('.csv'))) {
      const [header] = parseCsv(await (await get(path)).text());
      expect(columns.map(({ name }) => name)).toEqual(header);
    }
  }
});

test('an export breaks off when the ledger changes on the way, so that nobody takes it for the whole', async () => {
  const { store } = current();
  let pages = 0;
  const changing = {
    ...store,
    state: async () => ({ ...(await store.state()), revision: pages < 2 ? 'before' : 'after' }),
    events: (...[filter, sort, { after }]: Parameters<typeof store.events>) => {
      pages += 1;
      return store.events(filter, sort, after === undefined ? { limit: 5 } : { limit: 5, after });
    },
  };
  const logged: unknown[] = [];
  const app = createApp({
    store: changing,
    build: 'test',
    logger: { info() {}, error: (fields) => void logged.push(fields) },
  });
  const response = await app.request('/api/v1/events.csv');
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('the export broke off');
  expect(logged).toHaveLength(1);
});

test('what nobody reads any more is not read from the store', async () => {
  const { store } = current();
  let pages = 0;
  const counting = {
    ...store,
    events: (...[filter, sort, { after }]: Parameters<typeof store.events>) => {
      pages += 1;
      return store.events(filter, sort, after === undefined ? { limit: 5 } : { limit: 5, after });
    },
  };
  const app = createApp({ store: counting, build: 'test' });
  await app.request('/api/v1/events.csv', { method: 'HEAD' });
  expect(pages).toBe(0);
  const response = await app.request('/api/v1/events.geojson');
  await response.body?.cancel();
  expect(pages).toBe(0);
});
