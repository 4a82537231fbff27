import { ensurePlaceId, type Place } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { collide, labelBox } from './label.ts';
import { locate } from './locator.ts';

const place = (name: string, longitude: number, latitude: number, radiusKm?: number): Place => ({
  id: ensurePlaceId(name.toLowerCase().replaceAll(' ', '-')),
  name,
  kind: 'settlement',
  geometry: { type: 'point', longitude, latitude },
  precision: 'settlement',
  ...(radiusKm === undefined ? {} : { radiusKm }),
});
const nowhere = (name: string, kind: Place['kind']): Place => ({
  id: ensurePlaceId(name.toLowerCase()),
  name,
  kind,
  geometry: { type: 'none' },
  precision: 'country',
});
const afghanistan = nowhere('Afghanistan', 'country');
const kabul = place('Kabul city', 69.17, 34.53, 12);

const mapped = async (...given: Parameters<typeof locate>) => {
  const map = await locate(...given);
  if (map.state !== 'mapped') throw new Error(map.reason);
  return map;
};

test('a ring at the radius, to the scale of the bar, with names around it', async () => {
  const map = await mapped([kabul], [afghanistan]);
  const [ring] = map.rings;
  expect(ring).toMatchObject({ x: 240, y: 180, enlarged: false });
  expect((ring?.r ?? 0) / 12).toBeCloseTo(map.scale.length / map.scale.km, 1);
  expect(ring?.radius?.text).toBe('within 12 km');
  expect(map.labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['Kabul province', 'Parwan', 'Logar']));
  expect(map.here).not.toBe('');
  expect(map.inset?.name).toBe('Afghanistan');
  expect(map.description).toBe('Map of Afghanistan: Kabul city, within 12 km. No exact point is shown.');
});

test('no name covers another, nor the inset, nor leaves the map', async () => {
  for (const [longitude, latitude, radius] of [
    [69.17, 34.53, 12],
    [64.2, 31.3, 120],
    [2.35, 48.85, 10],
    [37.6, 55.75, 25],
  ] as const) {
    const map = await mapped([place('Somewhere', longitude, latitude, radius)], [nowhere('Somewhere', 'country')]);
    const boxes = [...map.labels, ...map.rings.flatMap(({ name, radius: below }) => [name, below])]
      .filter((label) => label !== null)
      .map(labelBox);
    if (map.inset !== null) boxes.push(map.inset);
    boxes.forEach((box, index) => {
      expect(boxes.slice(index + 1).filter((other) => collide(box, other))).toEqual([]);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(map.width);
    });
  }
});

test('a point without a radius, and a place without a point, are not drawn', async () => {
  expect(await locate([place('Somewhere', 69, 34)])).toMatchObject({ state: 'unmappable' });
  expect(await locate([afghanistan])).toEqual({
    state: 'unmappable',
    reason: 'Afghanistan cannot be mapped precisely: no point with a radius is known.',
  });
  expect(await locate([])).toEqual({ state: 'unmappable', reason: 'No place is recorded.' });
});

test('a ring too small to be seen is drawn larger, and says so', async () => {
  const map = await mapped([place('A building', 69.18, 34.52, 0.3)]);
  expect(map.rings[0]).toMatchObject({ r: 7, enlarged: true });
});

test('near a border no side is named: the outlines are simplified', async () => {
  const map = await mapped([place('Gaza City', 34.46, 31.5, 5)]);
  expect(map.here).toBe('');
  expect(map.inset).toBeNull();
});

test('a province is told by its name, even with its middle near another', async () => {
  const helmand: Place = { ...place('Helmand Province', 64.3, 31.6, 180), kind: 'adm1' };
  expect((await mapped([helmand])).here).not.toBe('');
  expect((await mapped([{ ...helmand, name: 'Elsewhere Province' }])).here).toBe('');
});

test('a map of a whole state shows states, and no inset', async () => {
  const map = await mapped([place('Afghanistan', 66, 34, 620)], [afghanistan]);
  expect(map.labels).toEqual([]);
  expect(map.here).not.toBe('');
  expect(map.inset).toBeNull();
});

test('the inset leaves a large ring free', async () => {
  const map = await mapped([place('Helmand', 64.2, 31.3, 274)], [afghanistan]);
  const { x, y } = map.inset ?? { x: 0, y: 0 };
  const [ring] = map.rings;
  expect(map.inset).not.toBeNull();
  expect(Math.hypot(x - (ring?.x ?? 0), y - (ring?.y ?? 0))).toBeGreaterThan(ring?.r ?? 0);
});

test('several places are drawn on one map', async () => {
  const map = await mapped([kabul, place('Jalalabad', 70.45, 34.43, 8)], [afghanistan]);
  expect(map.rings).toHaveLength(2);
  for (const { x, y, r } of map.rings) {
    expect(x - r).toBeGreaterThan(0);
    expect(x + r).toBeLessThan(map.width);
    expect(y - r).toBeGreaterThan(0);
    expect(y + r).toBeLessThan(map.height);
  }
});

test.each([
  ['the South Pole', 0, -90],
  ['the 180th meridian', -179.97, -16.84],
  ['the high sea', -30, 0],
])('%s can be drawn', async (name, longitude, latitude) => {
  const map = await mapped([place(name, longitude, latitude, 30)]);
  expect(map.rings[0]).toMatchObject({ x: 240, y: 180 });
  expect(`${map.land}${map.here}${map.borders}`).not.toMatch(/NaN|Infinity/);
});
