import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledger } from '../../test/ledger.ts';
import { parquetContent } from '../../test/read-parquet.ts';
import type { Cell, Column, ColumnType } from '../column.ts';
import { assessLedger } from '../table/assessed-ledger.ts';
import type { Row } from '../table/table.ts';
import { TABLES } from '../table/tables.ts';
import { writeParquet } from './write.ts';

async function fileOf<Item>(columns: readonly Column<Item>[], items: Iterable<Item> | AsyncIterable<Item>) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeParquet(columns, items)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

const ARROW: Readonly<Record<ColumnType, string>> = {
  id: 'Utf8',
  text: 'Utf8',
  list: 'List<Utf8>',
  integer: 'Int64',
  number: 'Float64',
  boolean: 'Bool',
  edtf: 'Utf8',
  date: 'Date32<DAY>',
  instant: 'Timestamp<MILLISECOND, UTC>',
  url: 'Utf8',
  json: 'Utf8',
};

/** What a reader gets for a cell: Arrow tells a day by the milliseconds at which it begins. */
const asRead = (cell: Cell, type: ColumnType): unknown =>
  (type === 'date' || type === 'instant') && typeof cell === 'string' ? Date.parse(cell) : cell;

const expected = (columns: readonly Column<Row>[], rows: Iterable<Row>) =>
  [...rows].map((row) => Object.fromEntries(columns.map(({ name, type, value }) => [name, asRead(value(row), type)])));

test.each(TABLES)('the table of $name comes back typed, cell by cell', async ({ columns, rows }) => {
  const assessed = assessLedger(ledger);
  const content = parquetContent(await fileOf(columns, rows(assessed)));
  expect(content.types).toEqual(Object.fromEntries(columns.map(({ name, type }) => [name, ARROW[type]])));
  expect(content.rows).toEqual(expected(columns, rows(assessed)));
  expect(content.rows.length).toBeGreaterThan(0);
});

test.each(TABLES)('the table of $name without a row has its columns', async ({ columns }) => {
  const content = parquetContent(await fileOf(columns, []));
  expect(Object.keys(content.types)).toEqual(columns.map(({ name }) => name));
  expect(content.rows).toEqual([]);
});

const anyCell: Readonly<Record<ColumnType, fc.Arbitrary<Cell>>> = {
  id: fc.string(),
  text: fc.string({ unit: 'binary' }),
  list: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
  integer: fc.maxSafeInteger(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  boolean: fc.boolean(),
  edtf: fc.constant('2020-11/..'),
  date: fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  instant: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  url: fc.webUrl(),
  json: fc.json(),
};
const types = Object.keys(anyCell) as ColumnType[];
const anyRow: fc.Arbitrary<Row> = fc.tuple(...types.map((type) => fc.option(anyCell[type], { freq: 3 })));
const columns = types.map((type, index): Column<Row> => ({
  name: type,
  type,
  description: type,
  value: (row) => row[index] ?? null,
}));

test('whatever is written is read, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 30 }), async (rows) => {
      expect(parquetContent(await fileOf(columns, rows)).rows).toEqual(expected(columns, rows));
    }),
    { numRuns: 60 },
  );
});

test('the same records give the same bytes, from whatever they are read', async () => {
  const { columns: own, rows } = TABLES[1] ?? { columns: [], rows: () => [] };
  const all = [...rows(assessLedger(ledger))];
  async function* slowly() {
    for (const row of all) yield await Promise.resolve(row);
  }
  const file = await fileOf(own, all);
  expect(await fileOf(own, slowly())).toEqual(file);
  expect(await fileOf(own, structuredClone(all))).toEqual(file);
});

test('a number that is no whole number is refused where one belongs', async () => {
  const count: Column<number> = { name: 'count', type: 'integer', description: 'Count.', value: (value) => value };
  for (const value of [1.5, Infinity, NaN]) await expect(fileOf([count], [value])).rejects.toThrow(RangeError);
});
