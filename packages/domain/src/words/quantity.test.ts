import type { Quantity } from '../index.ts';
import { expect, test } from 'vitest';
import { formatQuantity } from './quantity.ts';

test.each<[Quantity, string]>([
  [{ bound: 'exact', value: 8 }, '8'],
  [{ bound: 'at-least', value: 1200 }, 'at least 1,200'],
  [{ bound: 'more-than', value: 30 }, 'more than 30'],
  [{ bound: 'at-most', value: 5 }, 'at most 5'],
  [{ bound: 'fewer-than', value: 5 }, 'fewer than 5'],
  [{ bound: 'about', value: 50 }, 'about 50'],
  [{ bound: 'between', min: 5, max: 10 }, 'between 5 and 10'],
  [{ bound: 'between', min: 5, max: 10, best: 10 }, 'between 5 and 10 (best 10)'],
  [{ bound: 'none' }, 'none'],
  [{ bound: 'none-known' }, 'none known'],
  [{ bound: 'unquantified' }, 'some, no number given'],
])('%o is %s', (quantity, words) => {
  expect(formatQuantity(quantity)).toBe(words);
});
