import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuantity } from '../test/arbitrary.ts';
import { interval, intersects, isNone, type Quantity, quantityKey, quantitySchema, stated } from './quantity.ts';

describe('what the words of a number allow and state', () => {
  const cases: [Quantity, [number, number], [number, number, boolean] | null][] = [
    [{ bound: 'exact', value: 8 }, [8, 8], [8, 8, false]],
    [{ bound: 'at-least', value: 8 }, [8, Infinity], [8, 8, true]],
    [{ bound: 'more-than', value: 30 }, [31, Infinity], [30, 30, true]],
    [{ bound: 'at-most', value: 10 }, [1, 10], [10, 10, false]],
    [{ bound: 'fewer-than', value: 10 }, [1, 9], [10, 10, false]],
    [{ bound: 'about', value: 50 }, [45, 55], [50, 50, false]],
    [{ bound: 'between', min: 5, max: 10, best: 9 }, [5, 10], [5, 10, false]],
    [{ bound: 'none' }, [0, 0], [0, 0, false]],
    [{ bound: 'none-known' }, [0, Infinity], null],
    [{ bound: 'unquantified' }, [1, Infinity], null],
  ];

  it.each(cases)('%o', (quantity, [min, max], spoken) => {
    expect(interval(quantity)).toEqual({ min, max });
    const number = stated(quantity);
    expect(number && [number.low, number.high, number.open]).toEqual(spoken);
  });

  it('never runs backwards, and what was stated lies beside what is allowed', () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const { min, max } = interval(quantity);
        expect(min).toBeLessThanOrEqual(max);
        const number = stated(quantity);
        if (number !== null) expect(number.low).toBeLessThanOrEqual(number.high);
      }),
    );
  });

  it('is named by its words: equal keys mean equal quantities', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        expect(quantityKey(a) === quantityKey(b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
  });

  it('meets symmetrically', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        expect(intersects(interval(a), interval(b))).toBe(intersects(interval(b), interval(a)));
        expect(intersects(interval(a), interval(a))).toBe(true);
      }),
    );
  });

  it('tells none and none known from a number', () => {
    expect((['none', 'none-known', 'unquantified'] as const).map((bound) => isNone({ bound }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the schema', () => {
  it.each([
    { bound: 'exact' },
    { bound: 'exact', value: '8' },
    { bound: 'exact', value: 0 },
    { bound: 'exact', value: 8.5 },
    { bound: 'exact', value: -1 },
    { bound: 'none', value: 0 },
    { bound: 'between', min: 1 },
    { bound: 'roughly', value: 8 },
  ])('refuses %o', (value) => {
    expect(quantitySchema.safeParse(value).success).toBe(false);
  });
});

const sorted = (quantity: Quantity): [string, unknown][] =>
  Object.entries(quantity).sort(([a], [b]) => (a < b ? -1 : 1));
