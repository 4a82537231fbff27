import { expect, test } from 'vitest';
import { formatBytes } from './bytes.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [808_555, '809 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_394_239, '1.4 MB'],
  [12_345_678_901, '12,345.7 MB'],
])('%i is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
