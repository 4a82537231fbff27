import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFacets, facetsOf } from './facets.ts';
import { Selections } from './selections.ts';
import { columnsOf, filterArbitrary, worldArbitrary } from './testing/world.ts';

test('filters asked for by turns count what each counts by itself', () => {
  const filters = fc.array(filterArbitrary, { minLength: 1, maxLength: 8 });
  const turns = fc.array(fc.nat(), { maxLength: 24 });
  fc.assert(
    fc.property(worldArbitrary, filters, turns, (world, asked, order) => {
      const columns = columnsOf(world);
      const selections = new Selections(columns);
      for (const turn of order) {
        const number = turn % asked.length;
        const filter = asked[number];
        const counted = facetsOf(columns, selections.of(String(number), filter));
        expect(counted).toEqual(countFacets(columnsOf(world), filter));
      }
    }),
    { numRuns: 30 },
  );
});
