import { expect, test } from 'vitest';
import { formatShare } from './share.ts';

test.each([
  [15, 35, '43 %'],
  [0, 35, '0 %'],
  [35, 35, '100 %'],
  [1, 1_000, 'under 1 %'],
  [999, 1_000, 'over 99 %'],
  [0, 0, '–'],
])('%i of %i is %s', (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words);
});
