import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PageRow, type PageSort, pageOf, type PageStart } from './page.ts';
import { listNaively } from './testing/naive.ts';
import { columnsOf, filterArbitrary, worldArbitrary } from './testing/world.ts';

const sortArbitrary: fc.Arbitrary<PageSort> = fc.record({
  by: fc.constantFrom('date', 'killed', 'known'),
  descending: fc.boolean(),
});

const startOf = (row: PageRow | undefined): PageStart | undefined => row && { key: row.key, event: row.event };

describe('pageOf', () => {
  it('has, page after page, what one sorts who looks at each event', () => {
    fc.assert(
      fc.property(
        worldArbitrary,
        fc.array(fc.tuple(filterArbitrary, sortArbitrary), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (world, asked, limit) => {
          const columns = columnsOf(world);
          for (const [filter, sort] of asked) {
            const expected = listNaively(world, filter, sort);
            const found: PageRow[] = [];
            for (let page = pageOf(columns, filter, sort, limit); page.length > 0;) {
              found.push(...page);
              expect(page.length).toBeLessThanOrEqual(limit);
              page = pageOf(columns, filter, sort, limit, startOf(page.at(-1)));
            }
            expect(found, JSON.stringify([filter, sort])).toEqual(expected);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has them where they are more than it gathers', () => {
    const [{ claims, events: drawn }] = fc.sample(worldArbitrary, { numRuns: 1, seed: 1 });
    const [event] = drawn;
    const [piece] = event.pieces;
    // Of a number that no fifth of is whole.
    const events = Array.from({ length: 5_003 }, (_, n) => ({
      ...event,
      key: n * 2 ** 32,
      id: `event-${n}`,
      pieces: [{ ...piece, killedLow: n % 3, killedHigh: n % 3, killedKey: n % 3 }],
    }));
    const world = { claims, events };
    const columns = columnsOf(world);
    const filter = { killed: { min: 0, max: 1 } };
    for (const by of ['date', 'killed', 'known'] as const) {
      const expected = listNaively(world, filter, { by, descending: false }).slice(0, 4);
      expect(pageOf(columns, filter, { by, descending: false }, 4)).toEqual(expected);
    }
  });

  it('goes on after the sort key of an event that is gone', () => {
    fc.assert(
      fc.property(worldArbitrary, sortArbitrary, fc.integer({ min: -2, max: 4 }), (world, sort, key) => {
        fc.pre(sort.by !== 'date');
        const columns = columnsOf(world);
        const all = listNaively(world, {}, sort);
        const isBeyond = (row: PageRow): boolean => (sort.descending ? row.key < key : row.key > key);
        // Sorted upwards, those without a number follow all others.
        const expected = all.filter(
          (row) => (!sort.descending && key >= 0 && row.key < 0) || (isBeyond(row) && (key < 0 ? row.key < 0 : true)),
        );
        expect(pageOf(columns, {}, sort, 1_000, { key, event: undefined })).toEqual(expected);
      }),
    );
  });
});
