import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ColumnsBuilder } from './builder.ts';
import { bytesOf } from './columns.ts';
import { idOf, labelOf, maskOf } from './dictionary.ts';
import { growing } from './growing.ts';
import { ACTORS, columnsOf, rowsOf, SOURCES, worldArbitrary } from './testing/world.ts';

test('a column is whole, however long it grows', () => {
  for (const length of [0, 1, 64, 65, 65_536, 65_537, 200_000]) {
    const column = growing.float64();
    for (let n = 0; n < length; n += 1) column.push(n * 1.5);
    if (length > 0) column.set(length - 1, -7);
    const whole = column.finish();
    expect(whole.length).toBe(length);
    expect(whole.at(-1)).toBe(length === 0 ? undefined : -7);
    expect(whole.every((value, n) => n === length - 1 || value === n * 1.5)).toBe(true);
  }
});

test('a dictionary finds each record by its id, and by one that redirects', () => {
  const [world] = fc.sample(worldArbitrary, { numRuns: 1, seed: 1 });
  const { actors, sources } = columnsOf(world);
  for (const [dictionary, records] of [
    [actors, ACTORS],
    [sources, SOURCES],
  ] as const) {
    expect(dictionary.size).toBe(records.length);
    records.forEach(({ id, label }, code) => {
      expect([...maskOf(dictionary, [id])].indexOf(1)).toBe(code);
      expect([idOf(dictionary, code), labelOf(dictionary, code)]).toEqual([id, label]);
    });
  }
  expect(maskOf(actors, ['old-actor'])).toEqual(maskOf(actors, ['actor-3']));
  expect(maskOf(actors, ['lost-actor', 'nobody', ''])).toEqual(maskOf(actors, []));
});

describe('ColumnsBuilder', () => {
  it('makes the same columns, however rows are cut into pages', () => {
    fc.assert(
      fc.property(worldArbitrary, fc.integer({ min: 1, max: 50 }), (world, page) => {
        const builder = new ColumnsBuilder();
        for (const rows of rowsOf(world, page)) builder.add(rows);
        expect(builder.bytes).toBeGreaterThan(0);
        const columns = builder.finish();
        expect(columns).toEqual(columnsOf(world));
        expect(bytesOf(columns)).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('takes a ledger without anything', () => {
    const columns = new ColumnsBuilder().finish();
    expect([columns.events.size, columns.pieces.size, columns.actors.size]).toEqual([0, 0, 0]);
  });

  const piece = {
    event: 1,
    part: 0,
    dataset: 1,
    kind: 'attack',
    starts: 0,
    ends: 1,
    month: 0,
    knownFrom: -Infinity,
    knownUntil: Infinity,
    claims: 1,
    status: 'claimed',
    agreements: 0,
    killedLow: null,
    killedHigh: null,
    injuredLow: null,
    injuredHigh: null,
    killedKey: -1,
    knownKey: -1,
  };

  it.each([
    ['a part that is missing', { ...piece, part: 1 }, 'part 1 of event 1 comes out of order'],
    ['a word that is none', { ...piece, status: 'guilty' }, 'guilty is none of'],
    ['a dataset that did not come', { ...piece, dataset: 9 }, '9 is the key of no record'],
    ['a number that no column holds', { ...piece, killedLow: 2 ** 31 }, '2147483648 is no number of persons'],
  ])('refuses %s', (_what, row, message) => {
    const builder = new ColumnsBuilder();
    builder.add({ table: 'dataset', rows: [{ key: 1, id: 'curated' }] });
    expect(() => {
      builder.add({ table: 'piece', rows: [row] });
    }).toThrow(message);
  });

  it('refuses tables and rows out of their order', () => {
    const builder = new ColumnsBuilder();
    builder.add({ table: 'dataset', rows: [{ key: 1, id: 'curated' }] });
    builder.add({ table: 'piece', rows: [{ ...piece, event: 7 }] });
    expect(() => {
      builder.add({ table: 'piece', rows: [{ ...piece, event: 2 }] });
    }).toThrow('event 2 comes out of order');
    expect(() => {
      builder.add({ table: 'actor', rows: [] });
    }).toThrow('rows of actor come too late');
    expect(() => {
      builder.add({ table: 'eventClaim', rows: [{ event: 7, claim: 4, known: 0 }] });
    }).toThrow('claim 4 did not come before its events');
  });
});
