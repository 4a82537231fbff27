import { expect, test } from 'vitest';
import { EARTH_RADIUS_KM, longitudeReach } from './sphere.ts';

const DEGREE_KM = (EARTH_RADIUS_KM * Math.PI) / 180;

test.each([
  ['a point', 34.5, 0, 0],
  ['a degree along the equator', 0, DEGREE_KM, 1],
  ['the same, as far north as parallels are half as long', 60, DEGREE_KM, 2],
  ['the same in the south', -60, DEGREE_KM, 2],
  ['a circle around the pole', 89.2, 160, 180],
])('%s', (_what, latitude, radius, degrees) => {
  expect(longitudeReach(latitude, radius)).toBeCloseTo(degrees, 3);
});
