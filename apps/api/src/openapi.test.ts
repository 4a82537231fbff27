import { Validator } from '@seriousme/openapi-schema-validator';
import type { Store } from '@counterclaim/store';
import { expect, test } from 'vitest';
import { testService } from '../test/service.ts';
import { routesOf } from './app.ts';
import type { Release } from './answers.ts';
import type { ColumnAnswers } from './counts/column-answers.ts';
import { openApiDocument } from './openapi.ts';
import { CLAIM_FILTERS, EVENT_FILTERS, SOURCE_FILTERS } from './query/names.ts';
import { noReleases } from './releases.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly schema?: { readonly examples?: readonly string[] };
  }[];
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

const { get } = testService();
const described = openApiDocument(
  routesOf({ store: {} as Store, columns: {} as ColumnAnswers, build: '', releases: noReleases }),
) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
};
const operations = Object.entries(described.paths).map(([path, { get: operation }]) => ({ path, operation }));

test('the description is valid OpenAPI, by a validator of somebody else', async () => {
  const result = await new Validator().validate(described);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(described.openapi).toBe('3.1.0');
});

test('the description that is served is the one of the routes', async () => {
  expect(await (await get('/api/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(described)));
});

test('the committed description is the same (vitest -u writes it)', async () => {
  await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot('../openapi.json');
});

test.each(operations)('$path says what it does, takes and refuses', ({ operation }) => {
  expect(operation.operationId).toMatch(/^(?:list|get|export)[A-Z]/);
  expect(operation.summary).toBeTruthy();
  expect(operation.description).toBeTruthy();
  expect(operation.tags).toHaveLength(1);
  for (const parameter of operation.parameters ?? []) expect(parameter.description, parameter.name).toBeTruthy();
  expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '405', '406', '414', '500']));
});

test.each(operations.filter(({ path }) => path.includes('{id}') || path.includes('{slug}')))(
  '$path says that an id may lead to another',
  ({ operation }) => {
    expect(operation.responses['308']).toMatchObject({ headers: { Location: {} } });
  },
);

test('every example of a filter is one that the API reads', async () => {
  const examples = operations.flatMap(({ path, operation: { parameters = [] } }) =>
    parameters
      .filter((parameter) => parameter.in === 'query')
      .flatMap(({ name, schema }) => (schema?.examples ?? []).map((value) => ({ path, name, value }))),
  );
  expect(examples.length).toBeGreaterThan(50);
  const { pack } = (await (await get('/api/v1/release')).json()) as Release;
  const present = pack.replace(/^.*\/(.*)\.bin$/, '$1');
  for (const { path, name, value } of examples) {
    const address = `${path.replace('{z}/{x}/{tile}', '4/11/6.mvt').replace('{release}', present).replace('{id}', '2020-11-21-kabul-rockets')}?${name}=${encodeURIComponent(value)}`;
    // Words of a pack are asked for together with when.
    const response = await get(name === 'asOf' && path.endsWith('/words.bin') ? `${address}&q=rockets` : address);
    expect(response.status, address).toBe(200);
    await response.text();
  }
});

test('operations have names of their own', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['/api/v1/events', [...EVENT_FILTERS, 'sort', 'limit', 'cursor']],
  ['/api/v1/events.csv', [...EVENT_FILTERS, 'sort']],
  ['/api/v1/events.geojson', [...EVENT_FILTERS, 'sort']],
  ['/api/v1/facets', [...EVENT_FILTERS]],
  ['/api/v1/claims', [...CLAIM_FILTERS, 'limit', 'cursor']],
  ['/api/v1/claims.csv', [...CLAIM_FILTERS]],
  ['/api/v1/sources', [...SOURCE_FILTERS, 'limit', 'cursor']],
  ['/api/v1/changes', ['event', 'limit', 'cursor']],
  ['/api/v1/changes.atom', ['event', 'limit', 'cursor']],
])('%s documents every filter', (path, names) => {
  expect(described.paths[path]?.get.parameters?.map(({ name }) => name)).toEqual(names);
});
