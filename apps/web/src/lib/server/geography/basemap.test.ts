import { expect, test } from 'vitest';
import { basemap } from './basemap.ts';

const names = (await basemap()).names.features.map(({ properties, geometry }) => ({
  ...properties,
  at: geometry.coordinates,
}));

test('states are named where they lie, the largest first in line', () => {
  const afghanistan = names.find(({ name }) => name === 'Afghanistan');
  const [longitude = NaN, latitude = NaN] = afghanistan?.at ?? [];
  expect(Math.hypot(longitude - 66, latitude - 34)).toBeLessThan(2);
  const luxembourg = names.find(({ name }) => name === 'Luxembourg');
  expect(afghanistan?.size).toBeGreaterThan(luxembourg?.size ?? Infinity);
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
});

test('what has no code of ISO 3166 bears no name', () => {
  expect(names.length).toBeGreaterThan(190);
  expect(names.map(({ name }) => name).filter((name) => /^[A-Z]{2,3}$/.test(name))).toEqual([]);
});
