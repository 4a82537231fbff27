import type { Range } from '../index.ts';
import { expect, test } from 'vitest';
import { formatRange } from './range.ts';

test.each<[Range | null, string]>([
  [{ low: 8, high: 10, open: false }, '8–10'],
  [{ low: 8, high: 8, open: false }, '8'],
  [{ low: 8, high: 8, open: true }, '8 or more'],
  [{ low: 0, high: 6, open: true }, '0–6 or more'],
  [{ low: 0, high: 0, open: false }, '0 none'],
  [{ low: 0, high: 1200, open: false }, '0–1,200'],
  [null, 'not given'],
])('%o is %s', (range, words) => {
  expect(formatRange(range)).toBe(words);
});
