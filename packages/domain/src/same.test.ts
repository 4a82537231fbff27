import { describe, expect, it } from 'vitest';
import { isSame } from './same.ts';

describe('isSame', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [null, null],
    [{ a: [1, { b: 'x' }], c: undefined }, { a: [1, { b: 'x' }] }],
    [[], []],
  ])('takes %j and %j for the same', (a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(isSame(b, a)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [1, '1'],
    [null, {}],
    [[], {}],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [{ a: null }, {}],
  ])('tells %j from %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });
});
