import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highest } from './highest.ts';

test('the highest counts, and of equal ones those of lower rank', () => {
  const places = fc.array(
    fc.record({ count: fc.oneof(fc.nat(4), fc.integer({ min: 4_090, max: 4_100 })), rank: fc.nat() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const order = all.map((_, place) => place).sort((a, b) => all[a].rank - all[b].rank || a - b);
      const ranks = new Uint32Array(all.length);
      order.forEach((place, rank) => {
        ranks[place] = rank;
      });
      const expected = order
        .filter((place) => all[place].count > 0)
        .sort((a, b) => all[b].count - all[a].count || ranks[a] - ranks[b])
        .slice(0, most);
      const found = highest(
        Uint32Array.from(all, ({ count }) => count),
        Uint32Array.from(order),
        ranks,
        most,
      );
      expect(found).toEqual(expected);
    }),
  );
});
