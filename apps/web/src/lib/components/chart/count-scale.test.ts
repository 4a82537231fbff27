import { describe, expect, test } from 'vitest';
import { linearScale, logScale } from './count-scale.ts';

describe('log', () => {
  test('zero has its place, factors have equal steps', () => {
    const { at, ticks } = logScale(200);
    expect(ticks).toEqual([0, 10, 100, 1_000]);
    expect(at(0)).toBe(0);
    expect(at(1_500)).toBe(100);
    expect(at(99) - at(9)).toBeCloseTo(at(999) - at(99), 1);
  });

  test('grows with the highest count, and never beyond its end', () => {
    expect(logScale(20_000).ticks).toEqual([0, 10, 100, 1_000, 10_000, 100_000]);
    expect(logScale(200).at(1_000_000)).toBe(100);
  });
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [10, [0, 5, 10]],
  [51, [0, 20, 40, 60]],
  [60, [0, 20, 40, 60]],
  [1_338, [0, 500, 1_000, 1_500]],
])('linear to %i has the ticks %j', (highest, ticks) => {
  const scale = linearScale(highest);
  expect(scale.ticks).toEqual(ticks);
  expect(scale.at(ticks.at(-1) ?? 0)).toBe(100);
  expect(scale.at(0)).toBe(0);
});
