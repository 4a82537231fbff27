import { expect, test } from 'vitest';
import { radiusOfOne } from './circle-size.ts';

test('the largest circle has the largest size or half of it, whatever it stands for', () => {
  for (const most of [1, 2, 4, 5, 63, 64, 65, 30_000]) {
    const radius = radiusOfOne(most) * Math.sqrt(most);
    expect(radius).toBeLessThanOrEqual(22.001);
    expect(radius).toBeGreaterThan(11);
  }
});

test('a filter that leaves the largest about as large resizes no circle', () => {
  expect(radiusOfOne(17)).toBe(radiusOfOne(64));
  expect(radiusOfOne(65)).toBe(radiusOfOne(64) / 2);
});
