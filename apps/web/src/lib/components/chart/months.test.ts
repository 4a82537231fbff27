import { expect, test } from 'vitest';
import { barPaths, monthChart, type MonthCount } from './months.ts';

const month = (name: string, byStatus: MonthCount['byStatus']): MonthCount => ({
  month: name,
  byStatus,
  count: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
});

test('empty months take their room', () => {
  const { columns } = monthChart([month('2020-11', { contested: 1 }), month('2021-02', { claimed: 2 })]);
  expect(columns.map(({ x, width }) => [x, width])).toEqual([
    [0, 25],
    [75, 25],
  ]);
});

test('statuses stack in one order, whatever order they come in', () => {
  const [column] = monthChart([month('2020-11', { unclaimed: 2, contested: 2, claimed: 1 })]).columns;
  expect(column?.blocks).toEqual([
    { status: 'contested', below: 0, count: 2 },
    { status: 'claimed', below: 2, count: 1 },
    { status: 'unclaimed', below: 3, count: 2 },
  ]);
});

test('a year is marked where it begins, and named where there is room', () => {
  const { years } = monthChart([month('2018-08', { claimed: 1 }), month('2021-08', { claimed: 1 })]);
  expect(years.map(({ year, label }) => [year, label])).toEqual([
    ['2018', true],
    ['2019', true],
    ['2020', true],
    ['2021', true],
  ]);
  const crowded = monthChart([month('2018-12', { claimed: 1 }), month('2021-08', { claimed: 1 })]).years;
  expect(crowded[0]).toMatchObject({ year: '2018', label: false });
  expect(crowded[1]).toMatchObject({ year: '2019', label: true });
});

test('many in a month, or many months, are bars', () => {
  expect(monthChart([month('2020-11', { contested: 8 })]).squares).toBe(true);
  expect(monthChart([month('2020-11', { contested: 9 })]).squares).toBe(false);
  expect(monthChart([month('2010-01', { contested: 1 }), month('2020-11', { contested: 1 })]).squares).toBe(false);
});

test('totals in the order of a legend, without empty ones', () => {
  expect(
    monthChart([month('2020-11', { claimed: 1, contested: 1 }), month('2020-12', { contested: 3 })]).totals,
  ).toEqual([
    { status: 'contested', count: 4 },
    { status: 'claimed', count: 1 },
  ]);
});

test('the chosen months are marked as far as the axis goes', () => {
  const months = [month('2020-01', { claimed: 1 }), month('2020-10', { claimed: 1 })];
  const band = (from: string, to: string) => monthChart(months, { from, to }).band;
  expect(band('2020-03', '2020-04')).toEqual({ x: 20, width: 20 });
  expect(band('2019-03', '2020-01')).toEqual({ x: 0, width: 10 });
  expect(band('2020-10', '')).toEqual({ x: 90, width: 10 });
  expect(band('2021-01', '2021-02')).toBeNull();
  expect(band('202X-01', '')).toBeNull();
});

test('a few events long before all others do not squeeze them', () => {
  const early = month('2001-10', { unclaimed: 1 });
  const late = [month('2020-11', { contested: 9 }), month('2021-07', { contested: 2 })];
  expect(monthChart([early, ...late])).toMatchObject({ earlier: 1, columns: monthChart(late).columns });
  const many = month('2001-10', { unclaimed: 5 });
  expect(monthChart([many, ...late])).toMatchObject({ earlier: 0 });
  expect(monthChart([month('2016-10', { unclaimed: 1 }), ...late])).toMatchObject({ earlier: 0 });
});

test('bars of a status are one path, each on those below it', () => {
  const chart = monthChart([
    month('2020-11', { contested: 2, unclaimed: 8 }),
    month('2020-12', { contested: 3 }),
    month('2021-02', { unclaimed: 9 }),
  ]);
  expect(barPaths(chart)).toEqual([
    { status: 'contested', d: 'M2.5 10v-2h20v2zM27.5 10v-3h20v3z' },
    { status: 'unclaimed', d: 'M2.5 8v-8h20v8zM77.5 10v-9h20v9z' },
  ]);
});
