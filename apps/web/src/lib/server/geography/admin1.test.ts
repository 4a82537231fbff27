import { expect, test } from 'vitest';
import { loadWorld, provinceName } from './admin1.ts';

test.each([
  ['Wilayat-e Kabul', 'Kabul'],
  ['Velayat-e Khowst', 'Khowst'],
  ['Muhafazat Halab', 'Halab'],
  ['Faryab Province', 'Faryab'],
  ['Provincia de Entre Rios', 'Entre Rios'],
  ['Wardak', 'Wardak'],
  ['Provincia', 'Provincia'],
])('%s is named %s', (name, short) => {
  expect(provinceName(name)).toBe(short);
});

test('provinces, borders and states of a stretch of land', async () => {
  const world = await loadWorld();
  const khyber = { west: 69.5, east: 71.5, south: 33.5, north: 34.8 };
  const provinces = world.provincesIn(khyber);
  expect(provinces.map(({ name }) => name)).toEqual(expect.arrayContaining(['Kabul', 'Nangarhar']));
  expect(new Set(provinces.map(({ country }) => country))).toEqual(new Set(['AFG', 'PAK']));
  expect(world.bordersIn(khyber).coordinates.length).toBeGreaterThan(0);
  expect(world.countryOutline('AFG').coordinates).toHaveLength(1);
});

test('provinces on both sides of the 180th meridian', async () => {
  const world = await loadWorld();
  const countries = world.provincesIn({ west: 176, east: 184, south: -20, north: -15 }).map(({ country }) => country);
  expect(countries).toContain('FJI');
});
