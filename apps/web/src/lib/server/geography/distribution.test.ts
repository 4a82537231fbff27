import type { MapOverview } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { distribute } from './distribution.ts';

const cell = (longitude: number, latitude: number, count: number) => ({ longitude, latitude, count, contested: 0 });
const overview = (given: Partial<MapOverview>): MapOverview => ({
  located: 1,
  unlocated: 0,
  bounds: null,
  cells: [],
  areas: [],
  ...given,
});

test('the area of a circle is the number of its events', async () => {
  const cells = [cell(69.2, 34.5, 4), cell(65.7, 31.6, 100), cell(62.2, 34.3, 25)];
  const { circles, land, borders, width, height } = await distribute(
    overview({ bounds: [62.2, 31.6, 69.2, 34.5], cells }),
  );
  expect(circles.map(({ count }) => count)).toEqual([100, 25, 4]);
  const [most, some, few] = circles;
  expect((most?.r ?? 0) / (some?.r ?? 1)).toBeCloseTo(2, 5);
  expect((most?.r ?? 0) / (few?.r ?? 1)).toBeCloseTo(5, 0);
  for (const { x, y } of circles) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(height);
  }
  expect(land).toMatch(/^M[\d.,-]+L/);
  expect(borders).toMatch(/^M[\d.,-]+L/);
});

test('a place that is known within a radius is a ring to the scale of the map', async () => {
  const areas = [100, 200].map((radiusKm, n) => ({
    ...cell(66 + n, 33, 1),
    place: `place-${n}`,
    label: `Place ${n}`,
    radiusKm,
  }));
  const map = await distribute(overview({ bounds: [66, 33, 67, 33], areas }));
  expect(map.areas.map(({ place }) => place)).toEqual(['place-1', 'place-0']);
  const [large, small] = map.areas;
  expect((large?.r ?? 0) / (small?.r ?? 1)).toBeCloseTo(2, 1);
});

test('what lies all over the world is shown on a map of the world', async () => {
  const cells = [cell(-74, 4, 9), cell(44, 15, 9), cell(121, 15, 9)];
  const { circles, width } = await distribute(overview({ bounds: [-74, 4, 121, 15], cells }));
  const xs = circles.map(({ x }) => x).sort((a, b) => a - b);
  expect(xs[0]).toBeGreaterThan(0);
  expect(xs[2]).toBeLessThan(width);
  expect((xs[2] ?? 0) - (xs[0] ?? 0)).toBeGreaterThan(width / 3);
});

test('views that hardly differ share their land', async () => {
  const [one, other] = await Promise.all(
    [0, 0.1].map((shift) =>
      distribute(overview({ bounds: [60, 30, 70, 37], cells: [cell(60 + shift, 30, 1), cell(70, 37, 1)] })),
    ),
  );
  expect(one?.land).toBe(other?.land);
});
