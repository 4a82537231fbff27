import { expect, test } from 'vitest';
import { columnSort } from './column-sort.ts';

test('the greatest come first, and last when they are first already', () => {
  expect(columnSort('killed', {})).toEqual({ next: 'most first', query: { sort: '-killed' } });
  expect(columnSort('killed', { sort: '-killed' })).toEqual({
    current: 'descending',
    next: 'fewest first',
    query: { sort: 'killed' },
  });
  expect(columnSort('killed', { sort: 'killed' })).toMatchObject({ current: 'ascending', query: { sort: '-killed' } });
});

test('the usual order is that of dates, and not written', () => {
  expect(columnSort('date', {})).toMatchObject({ current: 'descending', query: { sort: 'date' } });
  expect(columnSort('date', { sort: 'date' })?.query).toEqual({});
});

test('another order begins at the first page, with the same filters and columns', () => {
  const query = { status: 'contested', view: 'table', columns: 'known', cursor: 'x' };
  expect(columnSort('known', query)?.query).toEqual({
    status: 'contested',
    view: 'table',
    columns: 'known',
    sort: '-known',
  });
});

test('there is no order by what the API does not sort by', () => {
  expect(columnSort('injured', {})).toBeUndefined();
  expect(columnSort('place', {})).toBeUndefined();
});
