import { openService, type Service } from '@counterclaim/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facets, Release } from '@counterclaim/api/client';
import { type EventQuery, writeQuery } from '#lib/state/event-query.ts';
import { columnsQueryOf } from './columns-query.ts';
import { HeldColumns } from './held-columns.ts';

let service: Service;
let release: Release;
const get = (address: string): Promise<Response> => service.app.request(address);

beforeAll(async () => {
  service = await openService({ COUNTERCLAIM_DATA: ':memory:' });
  release = (await (await get('/api/v1/release')).json()) as Release;
});
afterAll(() => service.close());

const QUERIES: readonly EventQuery[] = [
  {},
  { q: 'rockets' },
  { q: 'rockets', asOf: '2020-11-21T12:00Z' },
  { q: 'not-said-anywhere' },
  { place: 'kabul', date: '2020-11..2021' },
  { actor: 'taliban', stance: 'denies' },
  { status: 'contested~claimed', killed: '1..', asOf: '2020-11-22' },
  { question: 'casualties:killed:all', bbox: '60,29,75,39', dataset: 'curated' },
];

describe('columns of a browser', () => {
  it.each(QUERIES)('count as the server does: %j', async (query) => {
    const held = await HeldColumns.open(release, get);
    const asked = columnsQueryOf(query);
    if (asked === undefined) throw new Error('the query is refused');
    const counted = (await (await get(`/api/v1/facets${writeQuery(query)}`)).json()) as Facets;
    expect(await held.answer({ what: 'facets', query: asked })).toEqual(counted);
  });

  it.each(QUERIES)('draw the tiles of the server: %j', async (query) => {
    const held = await HeldColumns.open(release, get);
    const asked = columnsQueryOf(query);
    if (asked === undefined) throw new Error('the query is refused');
    for (const address of [
      { z: 0, x: 0, y: 0 },
      { z: 4, x: 11, y: 6 },
      { z: 10, x: 708, y: 409 },
    ]) {
      const { z, x, y } = address;
      const tile = await get(`/api/v1/tiles/${z}/${x}/${y}.mvt${writeQuery(query)}`);
      expect(await held.answer({ what: 'tile', query: asked, address })).toEqual(
        new Uint8Array(await tile.arrayBuffer()),
      );
    }
  });

  it.each([
    ['is gone', { pack: '/api/v1/pack/0123456789abcdef-1.bin' }, /answered 404$/],
    ['is of another state', { revision: '0123456789abcdef' }, /^it is of the release /],
  ])('are refused where the pack %s', async (_what, change, message) => {
    await expect(HeldColumns.open({ ...release, ...change }, get)).rejects.toThrow(message);
  });

  it('are not asked what the server would refuse, and have no answer where it finds no words', async () => {
    expect(columnsQueryOf({ date: '2022..2020' })).toBeUndefined();
    const held = await HeldColumns.open(release, get);
    const query = columnsQueryOf({ q: '…' });
    expect(query && (await held.answer({ what: 'facets', query }))).toBeUndefined();
  });
});
