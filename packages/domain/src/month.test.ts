import { expect, test } from 'vitest';
import { formatMonth } from './month.ts';

test.each([
  [2020 * 12 + 10, '2020-11'],
  [2021 * 12, '2021-01'],
  [0, '0000-01'],
  [-1, '-0001-12'],
  [-12, '-0001-01'],
  [12_345 * 12, '12345-01'],
])('month %i is written %s', (month, text) => {
  expect(formatMonth(month)).toBe(text);
});
