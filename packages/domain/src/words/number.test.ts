import { expect, test } from 'vitest';
import { formatCount, formatList, formatNumber } from './number.ts';

test('thousands have commas', () => {
  expect([0, 999, 1000, 12_400, 1_234_567].map(formatNumber)).toEqual(['0', '999', '1,000', '12,400', '1,234,567']);
});

test('one is singular, everything else plural', () => {
  expect(formatCount(1, 'claim')).toBe('1 claim');
  expect(formatCount(0, 'claim')).toBe('0 claims');
  expect(formatCount(1200, 'body', 'bodies')).toBe('1,200 bodies');
});

test('lists in a sentence', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['a'])).toBe('a');
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
  expect(formatList(['23', '24'], 'or')).toBe('23 or 24');
});
