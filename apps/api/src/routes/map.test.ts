import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { json } from '../../test/json.ts';
import { testService } from '../../test/service.ts';
import type { Facets, MapOverview } from '../answers.ts';
import type { ProblemDocument } from '../http/problem-types.ts';

const { get } = testService();

async function tile(address: string): Promise<VectorTile> {
  const response = await get(`/api/v1/tiles/${address}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
  return new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())));
}

/** Events that a tile shows. */
const eventsIn = ({ layers }: VectorTile): number =>
  Object.values(layers).reduce((all, layer) => {
    const counts = Array.from({ length: layer.length }, (_, n) => Number(layer.feature(n).properties['count'] ?? 1));
    return counts.reduce((sum, count) => sum + count, all);
  }, 0);

describe.each(['', '?status=contested', '?asOf=2020-11-22', '?q=rockets&killed=1..'])('of /events%s', (filter) => {
  it('the map shows or leaves out every event that matches', async () => {
    const overview = await json<MapOverview>(await get(`/api/v1/map${filter}`));
    const { total } = await json<Facets>(await get(`/api/v1/facets${filter}`));
    expect(overview.located + overview.unlocated).toBe(total);
    const marks = [...overview.cells, ...overview.areas];
    expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(overview.located);
    expect(eventsIn(await tile(`0/0/0.mvt${filter}`))).toBe(overview.located);
    const [west = 0, south = 0, east = 0, north = 0] = overview.bounds ?? [];
    for (const { longitude, latitude } of marks) {
      expect(longitude).toBeGreaterThanOrEqual(west - 1e-9);
      expect(longitude).toBeLessThanOrEqual(east + 1e-9);
      expect(latitude).toBeGreaterThanOrEqual(south - 1e-9);
      expect(latitude).toBeLessThanOrEqual(north + 1e-9);
    }
  });
});

it('the tile around the centre of Kabul draws its events as areas where streets can be told apart', async () => {
  const across = 2 ** 12;
  const [longitude, latitude] = [69.1777, 34.5281];
  const sine = Math.sin((latitude * Math.PI) / 180);
  const x = Math.floor((longitude / 360 + 0.5) * across);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across);
  const around = await Promise.all(
    [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => tile(`12/${x + dx}/${y + dy}.mvt`))),
  );
  const areas = around.flatMap(({ layers: { areas: layer } }) =>
    layer === undefined ? [] : Array.from({ length: layer.length }, (_, n) => layer.feature(n).properties),
  );
  expect(areas.length).toBeGreaterThan(0);
  for (const { place, label, radius, pixels } of areas) {
    expect([typeof place, typeof label]).toEqual(['string', 'string']);
    expect(Number(radius)).toBeGreaterThan(0);
    expect(Number(pixels)).toBeGreaterThan(0);
  }
});

it('a tile beyond the last one is named as such, and an empty one is no error', async () => {
  const response = await get('/api/v1/tiles/2/4/0.mvt');
  expect(response.status).toBe(404);
  expect((await json<ProblemDocument>(response)).detail).toBe('At zoom 2 there are 4 tiles each way: numbers go to 3.');
  expect(eventsIn(await tile('14/0/0.mvt'))).toBe(0);
});

it('a tile is kept and known again by its tag', async () => {
  const first = await get('/api/v1/tiles/0/0/0.mvt');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  expect((await get('/api/v1/tiles/0/0/0.mvt', { 'if-none-match': tag })).status).toBe(304);
});
