import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { testService } from '../test/service.ts';
import { type Client, createClient, ProblemError } from './client.ts';

const { current } = testService();

/** A client of the service in this process; what it asks for is kept. */
function client(asked: Request[] = []): Client {
  return createClient('http://localhost', {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      return current().app.fetch(request);
    },
  });
}

const event = '2020-11-21-kabul-rockets';

test('every method answers', async () => {
  const api = client();
  const { items } = await api.claims({ event }, {});
  const claim = items[0]?.id ?? '';
  expect((await api.events({ kind: 'attack', limit: 2 })).items).toHaveLength(2);
  expect((await api.event(event)).event.id).toBe(event);
  expect((await api.event(event, { asOf: '2020-11-21' })).assessment.asOf).not.toBeNull();
  expect((await api.history(event)).items.length).toBeGreaterThan(1);
  expect((await api.facets({ kind: 'attack' })).total).toBeGreaterThan(2);
  expect((await api.claim(claim)).claim.id).toBe(claim);
  expect((await api.sources()).items.length).toBeGreaterThan(2);
  expect((await api.sources({ language: 'fa', kind: 'article', limit: 1 })).items[0]?.language).toBe('fa');
  expect((await api.source('dawn-2020-11-21')).claims.length).toBeGreaterThan(10);
  expect((await api.document('dawn-2020-11-21')).textDigest.verdict).toBe('mismatch');
  expect((await api.actors({ q: 'taliban' })).items.map(({ id }) => id)).toContain('taliban');
  expect((await api.actor('tariq-arian')).bodies.map(({ id }) => id)).toContain('moi');
  expect((await api.places({ limit: 1 })).cursor).toBeTruthy();
  expect((await api.places({ id: 'kabul~atlantis' })).items.map(({ id }) => id)).toEqual(['kabul']);
  expect((await api.place('green-zone')).within.map(({ id }) => id)).toContain('kabul');
  expect(await api.changes({ event, limit: 1 })).toHaveProperty('items');
  expect((await api.release()).datasets.map(({ id }) => id)).toEqual(['curated']);
  expect((await api.coverage()).events.total).toBe((await api.facets()).total);
  expect((await api.dictionary()).tables.map(({ name }) => name)).toEqual(['events', 'claims']);
  expect(await api.health()).toEqual({ status: 'ok' });
});

test('pages follow each other', async () => {
  const api = client();
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.events({ sort: 'date', limit: 10, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what is empty or undefined is left out, the rest is encoded', async () => {
  const asked: Request[] = [];
  await client(asked).events({
    q: 'a & b+c',
    status: 'contested~claimed',
    date: '2020-11-01..2021',
    question: 'casualties:killed:all+perpetrators',
    place: '',
    bbox: undefined,
  });
  expect(new URL(asked[0]?.url ?? '').search).toBe(
    '?q=a+%26+b%2Bc&status=contested~claimed&date=2020-11-01..2021&question=casualties:killed:all%2Bperpetrators',
  );
});

test('addresses of downloads carry the filters', () => {
  const api = createClient('https://example.org/');
  expect(api.eventsUrl('csv', { status: 'contested', q: '' })).toBe(
    'https://example.org/api/v1/events.csv?status=contested',
  );
  expect(createClient().changesUrl('atom', { event })).toBe(`/api/v1/changes.atom?event=${event}`);
  expect(createClient().claimsUrl('csv')).toBe('/api/v1/claims.csv');
  expect(createClient().eventsUrl('json', { asOf: '2020-11-22' })).toBe('/api/v1/events?asOf=2020-11-22');
});

describe('a refusal', () => {
  test('rejects with the problem', async () => {
    const refused = client().events({ killed: '10..1' });
    await expect(refused).rejects.toBeInstanceOf(ProblemError);
    await expect(refused).rejects.toMatchObject({
      status: 400,
      problem: { type: '/api#problem-invalid-parameter', errors: [{ parameter: 'killed' }] },
    });
  });

  test('of an unknown id does too, whatever it holds', async () => {
    for (const id of ['nothing', '../release', 'a/b?c=d#e', '%']) {
      await expect(client().event(id)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('without a problem document is still one', async () => {
    const broken = createClient('http://localhost', {
      fetch: () => Promise.resolve(new Response('<html>', { status: 502, headers: { 'x-request-id': 'r' } })),
    });
    await expect(broken.health()).rejects.toMatchObject({ status: 502, problem: { requestId: 'r' } });
  });

  test('of the network is one without a status', async () => {
    const offline = createClient('http://localhost', { fetch: () => Promise.reject(new TypeError('no route')) });
    await expect(offline.health()).rejects.toMatchObject({ status: 0, cause: new TypeError('no route') });
  });

  test('of the caller’s own is the caller’s', async () => {
    const controller = new AbortController();
    controller.abort();
    const aborted = createClient('http://localhost', {
      fetch: (_input, init) => Promise.reject(init?.signal?.reason as Error),
    });
    await expect(aborted.health({ signal: controller.signal })).rejects.toBe(controller.signal.reason);
  });
});

test('a page that bundles the client gets none of the server', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('./client.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
  });
  expect(Object.keys(metafile.inputs).sort()).toEqual([
    'src/client.ts',
    'src/http/problem-types.ts',
    'src/moved-address.ts',
    'src/query/names.ts',
  ]);
  expect(gzipSync(outputFiles[0]?.contents ?? '').byteLength).toBeLessThan(3000);
});
