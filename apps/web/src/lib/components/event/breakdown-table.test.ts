import { expect, test } from 'vitest';
import { breakdownTables } from './breakdown-table.ts';
import { detailOf, dossierOf } from './dossier.fixture.ts';
import { readEvent } from './reading.ts';

const tables = breakdownTables(readEvent(detailOf(dossierOf('kabul-2020-11-21'))));

test('totals that one claimant broke down in the same way share a table', () => {
  expect(tables).toHaveLength(1);
  expect(tables[0]?.columns.map(({ heading, sum, whole, verdict }) => [heading, sum, whole.words, verdict])).toEqual([
    ['Rockets landed', '21', '23', '2 unallocated'],
    ['Killed', 'at least 8', '8', 'adds up'],
    ['Injured', '31', '31', 'adds up'],
  ]);
});

test('parts in the order of their names; what is not given is no zero', () => {
  expect(tables[0]?.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.words ?? null)])).toEqual([
    ['Police district 2', '5', '1', '10'],
    ['Police district 9', '1', null, '2'],
    ['Police district 10', '7', 'at least 3', '3'],
    ['Police district 11', '4', '3', '12'],
    ['Police district 15', '3', null, null],
    ['Police district 16', '1', '1', '4'],
  ]);
});

test('squares for munitions, never for people', () => {
  const [rockets, killed, injured] = tables[0]?.columns ?? [];
  expect(rockets?.whole.units).toBe(23);
  expect(rockets?.unallocated).toBe(2);
  expect([killed?.whole.units, injured?.whole.units]).toEqual([null, null]);
});

test('the verdict in words', () => {
  expect(tables[0]?.summary).toBe(
    'Parts that the Ministry of Interior Affairs gave: killed and injured add up to its totals; of its 23 rockets fired, 2 are unallocated.',
  );
});
