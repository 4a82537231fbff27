import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Columns } from './columns.ts';
import { countFacets } from './facets.ts';
import { countNaively } from './testing/naive.ts';
import { columnsOf, filterArbitrary, type World, worldArbitrary } from './testing/world.ts';
import { eventBits, eventsKnown } from './words.ts';

const keysOf = (records: readonly { readonly key: number }[]): Float64Array =>
  Float64Array.from(records, ({ key }) => key).sort();

/** The world of some of its events, as a filter by words leaves it. */
const only = (world: World, keep: (event: World['events'][number]) => boolean): World => ({
  ...world,
  events: world.events.filter(keep),
});

describe('countFacets', () => {
  it('counts as one who looks at each event for each facet', () => {
    fc.assert(
      fc.property(worldArbitrary, fc.array(filterArbitrary, { minLength: 20, maxLength: 20 }), (world, filters) => {
        const columns = columnsOf(world);
        for (const filter of [{}, ...filters]) {
          expect(countFacets(columns, filter), JSON.stringify(filter)).toEqual(countNaively(world, filter));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('counts events that have every word', () => {
    fc.assert(
      fc.property(
        worldArbitrary,
        filterArbitrary.filter(({ asOf }) => asOf === undefined),
        fc.nat(255),
        fc.nat(255),
        (world, filter, one, other) => {
          const columns = columnsOf(world);
          const has = (bits: number) => (event: World['events'][number]) =>
            ((bits >>> (world.events.indexOf(event) % 8)) & 1) === 1;
          const both = only(world, (event) => has(one)(event) && has(other)(event));
          const bits = [one, other].map((number) => eventBits(columns, keysOf(world.events.filter(has(number)))));
          expect(countFacets(columns, filter, { bits })).toEqual(countNaively(both, filter));
        },
      ),
    );
  });

  it('counts, as of an instant, events of which a word was known by then', () => {
    fc.assert(
      fc.property(
        worldArbitrary,
        fc.nat(255),
        fc.nat(255),
        fc.constantFrom(-5, 0, 15, 30),
        (world, own, said, asOf) => {
          const columns = columnsOf(world);
          const events = world.events.filter((_, n) => ((own >>> (n % 8)) & 1) === 1);
          const claims = world.claims.filter((_, n) => ((said >>> (n % 8)) & 1) === 1);
          const known = [eventsKnown(columns, keysOf(events), keysOf(claims))];
          const expected = only(
            world,
            (event) =>
              events.includes(event) || event.claims.some((link) => link.known <= asOf && claims.includes(link.claim)),
          );
          expect(countFacets(columns, { asOf }, { known })).toEqual(countNaively(expected, { asOf }));
        },
      ),
    );
  });
});

test('no column is an object for each row, so that all of them can go to another thread', () => {
  const [world] = fc.sample(worldArbitrary, { numRuns: 1, seed: 3 });
  const columns = columnsOf(world);
  const there = structuredClone<Columns>(columns);
  expect(countFacets(there, {})).toEqual(countFacets(columns, {}));
  const kinds = new Set<string>();
  const look = (value: unknown): void => {
    if (ArrayBuffer.isView(value) || typeof value === 'number') return;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) kinds.add(typeof value);
    else Object.values(value).forEach(look);
  };
  look(columns);
  expect([...kinds]).toEqual([]);
});
