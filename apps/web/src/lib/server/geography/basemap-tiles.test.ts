import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { basemapTile, basemapTiles } from './basemap-tiles.ts';

const layersOf = async (z: number, x: number, y: number): Promise<VectorTile['layers']> =>
  new VectorTile(new PbfReader(await basemapTile(z, x, y))).layers;

/** Names in a tile, with where they stand in degrees. */
async function namesIn(z: number, x: number, y: number): Promise<Map<string, readonly number[]>> {
  const { names } = await layersOf(z, x, y);
  return new Map(
    Array.from({ length: names?.length ?? 0 }, (_, at) => {
      const { properties, geometry } = (names?.feature(at).toGeoJSON(x, y, z) ?? {}) as {
        readonly properties: { readonly name: string };
        readonly geometry: { readonly coordinates: readonly number[] };
      };
      return [properties.name, geometry.coordinates];
    }),
  );
}

test('there is a tile for every part of the world to the last zoom', () => {
  const addresses = basemapTiles().map(({ z, x, y }) => `${z}/${x}/${y}`);
  expect(new Set(addresses).size).toBe(1 + 4 + 16 + 64 + 256);
  expect(addresses).toContain('4/15/0');
  expect(addresses).toContain('4/0/15');
});

test('the whole world has land, borders, and names only of states that have room for them', async () => {
  const { land, borders } = await layersOf(0, 0, 0);
  expect(land?.length).toBeGreaterThan(0);
  expect(borders?.length).toBeGreaterThan(0);
  const names = await namesIn(0, 0, 0);
  expect([...names.keys()]).toContain('Russia');
  expect([...names.keys()]).not.toContain('Afghanistan');
});

test('close by all are named, where they lie', async () => {
  // 67.5 to 90 degrees east begins at the eleventh of sixteen; Kabul lies in the one before it, at some 34 degrees north.
  const [longitude = NaN, latitude = NaN] = (await namesIn(4, 10, 6)).get('Afghanistan') ?? [];
  expect(Math.hypot(longitude - 66, latitude - 34)).toBeLessThan(2);
  const everywhere = await Promise.all(
    basemapTiles()
      .filter(({ z }) => z === '4')
      .map(({ z, x, y }) => namesIn(Number(z), Number(x), Number(y))),
  );
  expect(new Set(everywhere.flatMap((names) => [...names.keys()])).size).toBeGreaterThan(190);
});
