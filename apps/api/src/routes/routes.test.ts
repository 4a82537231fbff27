import { ensureSourceId } from '@counterclaim/domain';
import type { Store } from '@counterclaim/store';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testService } from '../../test/service.ts';
import { routesOf } from '../app.ts';
import type { ColumnAnswers } from '../counts/column-answers.ts';
import { noReleases } from '../releases.ts';

const { get, current } = testService();

/** Every route as it is registered: what is described is what is called. */
const routes = routesOf({
  store: {} as Store,
  columns: {} as ColumnAnswers,
  build: '',
  releases: noReleases,
}).openAPIRegistry.definitions.flatMap((definition) => (definition.type === 'route' ? [definition.route] : []));

/** Ids of records that the curated ledger holds. */
const IDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  events: { id: '2020-11-21-kabul-rockets' },
  claims: { source: 'dawn-2020-11-21', slug: '' },
  sources: { id: 'dawn-2020-11-21' },
  actors: { id: 'tariq-arian' },
  places: { id: 'green-zone' },
};

function addressOf(path: string, claim: string): string {
  const ids: Readonly<Record<string, string>> = { ...IDS[path.split('/')[3] ?? ''], slug: claim.split('/')[1] ?? '' };
  return path.replace(/\{(\w+)\}/g, (_braces, name: string) => ids[name] ?? '');
}

async function aClaim(): Promise<string> {
  const detail = await current().store.source(ensureSourceId('dawn-2020-11-21'));
  return detail?.claims[0]?.id ?? '';
}

const answersOf = (route: (typeof routes)[number]) => {
  const content = route.responses[200] && 'content' in route.responses[200] ? route.responses[200].content : {};
  return Object.entries(content).flatMap(([mediaType, body]) =>
    body !== undefined && 'schema' in body ? [{ mediaType, schema: body.schema }] : [],
  );
};

/** A file has its own format, whatever is asked for (`releases.test.ts`); a tile and a pack are no text (`map.test.ts`, `pack.test.ts`). */
const AS_THEY_ARE = [
  '/api/v1/releases/{version}/{file}',
  '/api/v1/tiles/{z}/{x}/{tile}',
  '/api/v1/pack/{file}',
  '/api/v1/pack/{release}/words.bin',
];

const cases = routes
  .filter(({ path }) => !AS_THEY_ARE.includes(path))
  .flatMap((route) => answersOf(route).map((answer) => ({ path: route.path, ...answer })));

test('there is a route for every resource', () => {
  expect(routes.map(({ path }) => path).sort()).toEqual([
    '/api/health',
    '/api/openapi.json',
    '/api/v1',
    '/api/v1/actors',
    '/api/v1/actors/{id}',
    '/api/v1/changes',
    '/api/v1/changes.atom',
    '/api/v1/claims',
    '/api/v1/claims.csv',
    '/api/v1/claims/{source}/{slug}',
    '/api/v1/coverage',
    '/api/v1/dictionary',
    '/api/v1/events',
    '/api/v1/events.csv',
    '/api/v1/events.geojson',
    '/api/v1/events/{id}',
    '/api/v1/events/{id}/history',
    '/api/v1/facets',
    '/api/v1/map',
    '/api/v1/pack/{file}',
    '/api/v1/pack/{release}/words.bin',
    '/api/v1/places',
    '/api/v1/places/{id}',
    '/api/v1/release',
    '/api/v1/releases',
    '/api/v1/releases/{version}/{file}',
    '/api/v1/sources',
    '/api/v1/sources/{id}',
    '/api/v1/sources/{id}/document',
    '/api/v1/tiles/{z}/{x}/{tile}',
  ]);
});

test.each(cases)('$path answers $mediaType as it is published', async ({ path, mediaType, schema }) => {
  const response = await get(addressOf(path, await aClaim()), { accept: mediaType });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')?.split(';')[0]).toBe(mediaType);
  const body = await response.text();
  expect(body.length).toBeGreaterThan(10);
  if (!(schema instanceof z.ZodType)) throw new TypeError(`${path} publishes no schema for ${mediaType}`);
  const parsed = schema.safeParse(mediaType.endsWith('json') ? JSON.parse(body) : body);
  expect(parsed.error).toBeUndefined();
});

test('lists are never empty here, so that their items are parsed too', async () => {
  for (const list of ['events', 'claims', 'sources', 'actors', 'places']) {
    const { items } = (await (await get(`/api/v1/${list}`)).json()) as { items: unknown[] };
    expect(items.length, list).toBeGreaterThan(2);
  }
});
