import { expect, test } from 'vitest';
import { claims, eventRows } from '../../test/event-rows.ts';
import { parseCsv, recordsOf } from '../../test/parse-csv.ts';
import { textOf } from '../../test/text-of.ts';
import { CLAIM_COLUMNS } from '../claim-columns.ts';
import type { Cell, Column } from '../column.ts';
import { EVENT_COLUMNS } from '../event-columns.ts';
import { writeCsv } from './write.ts';

const column = <Item>(name: string, type: Column<Item>['type'], value: (item: Item) => Cell): Column<Item> => ({
  name,
  type,
  description: name,
  value,
});
const identity = [column<Cell>('cell', 'text', (cell) => cell), column<Cell>('next', 'number', () => 1)];

test('every event is one record, in the order given', async () => {
  const records = recordsOf(await textOf(writeCsv(EVENT_COLUMNS, eventRows)));
  expect(records.map(({ id }) => id)).toEqual(eventRows.map(({ id }) => id));
  expect(Object.keys(records[0] ?? {})).toEqual(EVENT_COLUMNS.map(({ name }) => name));
});

test('every claim is one record, with the fields of its kind', async () => {
  const records = recordsOf(await textOf(writeCsv(CLAIM_COLUMNS, claims)));
  expect(records).toHaveLength(claims.length);
  claims.forEach(({ id, body, paraphrase }, index) => {
    expect(records[index]).toMatchObject({ id, kind: body.kind, paraphrase });
    if (body.kind === 'casualties') expect(records[index]).toMatchObject({ bound: body.quantity.bound });
  });
});

test('a party never stands without the one who names it', async () => {
  const records = recordsOf(await textOf(writeCsv(EVENT_COLUMNS, eventRows)));
  eventRows.forEach(({ parties }, index) => {
    const accused = parties.flatMap((party) => party.accused.map((owner) => `${party.id} by ${owner}`));
    expect(records[index]?.['accused']).toBe(accused.join('; '));
  });
  expect(records.some(({ accused }) => accused !== '')).toBe(true);
});

test('zero is a number, and no number an empty cell', async () => {
  const [event] = eventRows;
  if (event === undefined) throw new Error('no event');
  const rows = [
    { ...event, killed: { low: 0, high: 0, open: false } },
    { ...event, killed: null },
  ];
  const records = recordsOf(await textOf(writeCsv(EVENT_COLUMNS, rows)));
  expect(records.map((record) => [record['killed_low'], record['killed_high'], record['killed_open']])).toEqual([
    ['0', '0', 'false'],
    ['', '', ''],
  ]);
});

test.each(['plain', 'a, b', 'say "so"', 'two\r\nlines', 'two\nlines', 'a\rb', ' padded ', 'کابل', '"', ',', ''])(
  'text %j comes back as it was',
  async (cell) => {
    expect(parseCsv(await textOf(writeCsv(identity, [cell])))).toEqual([
      ['cell', 'next'],
      [cell, '1'],
    ]);
  },
);

test.each(['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1'])('text %j is never a formula', async (cell) => {
  const [, [written] = []] = parseCsv(await textOf(writeCsv(identity, [cell])));
  expect(written).toBe(`'${cell}`);
});

test('a list is guarded as a whole, a number is left alone', async () => {
  const columns = [
    column<readonly string[]>('list', 'list', (cells) => cells),
    column<readonly string[]>('number', 'number', () => -3.5),
  ];
  expect(parseCsv(await textOf(writeCsv(columns, [['=a', 'b']])))[1]).toEqual(["'=a; b", '-3.5']);
});

test('without a record the header stands alone', async () => {
  expect(await textOf(writeCsv(identity, []))).toBe('cell,next\r\n');
});

test('records are written while more are still to come', async () => {
  let taken = 0;
  function* many(): Generator<Cell> {
    for (; taken < 1000; taken += 1) yield String(taken);
  }
  const chunks = writeCsv(identity, many());
  await chunks.next();
  await chunks.next();
  expect(taken).toBeLessThan(200);
});
