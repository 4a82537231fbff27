import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from './numbers.ts';

const special = fc.constantFrom(NaN, Infinity, -Infinity);

it.each([
  ['whole numbers', fc.array(fc.integer())],
  [
    'whole numbers with what is none',
    fc.array(
      fc.oneof(
        fc.maxSafeInteger().map((n) => Math.trunc(n / 1_000)),
        special,
      ),
    ),
  ],
  [
    'times',
    fc.array(
      fc.oneof(
        fc.integer({ min: -50_000, max: 50_000 }).map((days) => days * 86_400_000),
        special,
      ),
    ),
  ],
  [
    'degrees',
    fc.array(
      fc.oneof(
        fc.integer({ min: -18e6, max: 18e6 }).map((n) => n / 1e5),
        special,
      ),
    ),
  ],
  ['any fractions', fc.array(fc.double())],
] as const)('%s come back as they were', (_what, numbers) => {
  fc.assert(
    fc.property(numbers, fc.boolean(), (values, isNear) => {
      const packed = packNumbers('x', values, isNear && values.every(Number.isFinite) ? { delta: true } : {});
      // What is below zero by nothing is zero.
      expect([...unpackNumbers(packed, Float64Array)]).toEqual(
        values.map((value) => (packed.column.float === true ? value : value + 0)),
      );
    }),
  );
});

it('days are counted in days, and nothing but zeroes takes no byte', () => {
  const days = Array.from({ length: 200 }, (_, day) => Date.UTC(2020, 0, day));
  expect(packNumbers('x', days, { delta: true }).column).toEqual({
    name: 'x',
    rows: 200,
    width: 2,
    delta: true,
    unit: 86_400_000,
  });
  expect(packNumbers('x', [0, 0, 0]).bytes).toHaveLength(0);
});

it('a number that a column cannot hold is an error', () => {
  expect(() => unpackNumbers(packNumbers('x', [1, 300]), Uint8Array)).toThrow(
    'number 2 of x is 300, which this column cannot hold',
  );
});
