import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Columns, FilterColumns, Links } from '../columns.ts';
import { countFacets } from '../facets.ts';
import { select } from '../selection.ts';
import { columnsOf, filterArbitrary, worldArbitrary } from '../testing/world.ts';
import { tileOf } from '../tile.ts';
import { readPack } from './read-pack.ts';
import { writePack } from './write-pack.ts';

const packed = async (columns: FilterColumns): Promise<FilterColumns> => readPack(await writePack(columns, 'r'), 'r');

/** Sets of values, whatever their order. */
const sorted = ({ offsets, values }: Links): Links => ({
  offsets,
  values: values.slice().map((_, at) => {
    const row = offsets.findLastIndex((offset) => offset <= at);
    return values.slice(offsets[row], offsets[row + 1]).sort()[at - offsets[row]];
  }),
});

/** What filters read, without what only the store knows. */
const filterColumnsOf = (columns: Columns): FilterColumns => ({
  ...without(columns, 'orders'),
  events: { ...without(columns.events, 'key'), within: sorted(columns.events.within) },
  pieces: without(columns.pieces, 'killedKey', 'knownKey'),
  claims: without(columns.claims, 'key'),
});

const without = <All extends object, Name extends keyof All>(all: All, ...names: readonly Name[]): Omit<All, Name> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name as Name))) as Omit<All, Name>;

describe('a pack', async () => {
  it('has every column again', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const columns = columnsOf(world);
        const again = await packed(columns);
        expect({ ...again, events: { ...again.events, within: sorted(again.events.within) } }).toEqual(
          filterColumnsOf(columns),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('counts and draws the same, to the last event', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, filterArbitrary, fc.nat(10), async (world, filter, z) => {
        const columns = columnsOf(world);
        const again = await packed(columns);
        expect(countFacets(again, filter)).toEqual(countFacets(columns, filter));
        const address = { z, x: (2 ** z) >> 1, y: (2 ** z) >> 1 };
        expect(tileOf(again, select(again, filter), address)).toEqual(
          tileOf(columns, select(columns, filter), address),
        );
      }),
      { numRuns: 300 },
    );
  });

  const [world] = fc.sample(
    worldArbitrary.filter(({ events }) => events.length > 8),
    { numRuns: 1, seed: 7 },
  );
  const pack = await writePack(columnsOf(world), 'present');

  it.each([
    ['of another state of the ledger', pack, 'later', 'it is of the release present, not of later'],
    ['that is something else', new TextEncoder().encode('<!doctype html>'), 'present', 'it is no pack'],
    ['that ends early', pack.subarray(0, pack.length - 1), 'present', 'its part names is damaged'],
    ['that ends within its header', pack.subarray(0, 40), 'present', 'its header is damaged'],
    ['that ends before its header', pack.subarray(0, 18), 'present', 'it ends within its header'],
    [
      'of another version',
      Buffer.from(Buffer.from(pack).toString('latin1').replace('"version":1', '"version":2'), 'latin1'),
      'present',
      'it is of version 2, and 1 is read here',
    ],
  ])('%s is refused', (_what, bytes, revision, message) => {
    expect(() => readPack(bytes, revision)).toThrow(message);
  });

  it('of which any byte of a part is another one is refused', () => {
    const header = new DataView(pack.buffer).getUint32(17, true);
    fc.assert(
      fc.property(
        fc.integer({ min: 21 + header, max: pack.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, change) => {
          const damaged = pack.slice();
          damaged[at] ^= change;
          expect(() => readPack(damaged, 'present')).toThrow(/^its part (core|claims|names) is damaged$/);
        },
      ),
    );
  });
});
