import { expect, test } from 'vitest';
import { byteRange } from './range.ts';

const file = { bytes: 100, tag: '"abc"' };

test.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-8', { start: 92, end: 99 }],
  ['bytes=-800', { start: 0, end: 99 }],
  ['bytes=90-800', { start: 90, end: 99 }],
  ['Bytes = 0-9', undefined],
  ['BYTES=99-99', { start: 99, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=9-0', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['lines=0-9', undefined],
  ['nonsense', undefined],
])('%s of a hundred bytes', (range, expected) => {
  expect(byteRange(range, undefined, file)).toEqual(expected);
});

test('another state of the file is sent whole', () => {
  expect(byteRange('bytes=0-9', '"abc"', file)).toEqual({ start: 0, end: 9 });
  for (const other of ['"abd"', 'W/"abc"', 'Sat, 21 Nov 2026 00:00:00 GMT']) {
    expect(byteRange('bytes=0-9', other, file), other).toBeUndefined();
  }
});

test('a file of nothing has no part', () => {
  expect(byteRange('bytes=0-', undefined, { bytes: 0, tag: '"e"' })).toBe('unsatisfiable');
  expect(byteRange('bytes=-5', undefined, { bytes: 0, tag: '"e"' })).toBe('unsatisfiable');
});
