import { expect, test } from 'vitest';
import { canonicalColumns, columnsOf, TABLE_COLUMNS, unknownColumns } from './table-columns.ts';

test('a choice stands in the order of the table, each column once', () => {
  expect(canonicalColumns(['known~date', 'status', 'date'])).toBe('date~status~known');
  expect(canonicalColumns(['date'])).toBe('date');
});

test('the columns that a table has anyway are no choice, in whatever order they are named', () => {
  const usual = columnsOf(undefined);
  expect(canonicalColumns([[...usual].reverse().join('~')])).toBe('');
  expect(canonicalColumns([])).toBe('');
  expect(usual.length).toBeLessThan(TABLE_COLUMNS.length);
});

test('what is no column stays to be told, and is not shown', () => {
  expect(canonicalColumns(['victims~date~age'])).toBe('date~age~victims');
  expect(unknownColumns('date~age~victims')).toEqual(['age', 'victims']);
  expect(columnsOf('date~age~victims')).toEqual(['date']);
  expect(columnsOf('age')).toEqual(columnsOf(undefined));
});
