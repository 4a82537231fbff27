import { isEdtf } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { claims, eventRows } from '../test/event-rows.ts';
import { CLAIM_COLUMNS } from './claim-columns.ts';
import type { Cell, Column } from './column.ts';
import { EVENT_COLUMNS } from './event-columns.ts';
import { ledger } from '../test/ledger.ts';
import { assessLedger } from './table/assessed-ledger.ts';
import { TABLES } from './table/tables.ts';

const fits: Readonly<Record<Column<never>['type'], (cell: Cell) => boolean>> = {
  id: (cell) => typeof cell === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(cell),
  text: (cell) => typeof cell === 'string',
  list: (cell) => Array.isArray(cell),
  integer: (cell) => Number.isSafeInteger(cell),
  number: (cell) => Number.isFinite(cell),
  boolean: (cell) => typeof cell === 'boolean',
  edtf: (cell) => typeof cell === 'string' && isEdtf(cell),
  date: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell),
  json: (cell) => typeof cell === 'string' && JSON.parse(cell) !== undefined,
  url: (cell) => typeof cell === 'string' && URL.canParse(cell),
  instant: (cell) => typeof cell === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(cell),
};

function check<Item>(columns: readonly Column<Item>[], items: readonly Item[]): void {
  for (const { name, type, value } of columns) {
    for (const item of items) {
      const cell = value(item);
      expect(cell === null || fits[type](cell), `${name} is ${type}: ${JSON.stringify(cell)}`).toBe(true);
    }
  }
}

test('cells are what their columns say', () => {
  expect(claims.length).toBeGreaterThan(100);
  check(EVENT_COLUMNS, eventRows);
  check(CLAIM_COLUMNS, claims);
  const assessed = assessLedger(ledger);
  for (const { columns, rows } of TABLES) check(columns, [...rows(assessed)]);
});

test.each([
  ['events', EVENT_COLUMNS],
  ['claims', CLAIM_COLUMNS],
  ...TABLES.map(({ name, columns }) => [`the table of ${name}`, columns]),
] as [string, readonly Column<never>[]][])(
  'columns of %s have names of their own, and say what they hold',
  (_table, columns) => {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { name, description } of columns) {
      expect(name).toMatch(/^[a-z0-9]+(?:_[a-z0-9]+)*$/);
      expect(description).toMatch(/^[A-Z“].{8,}[.…]$/u);
    }
  },
);

test('every field of a claim’s body that the ledger uses has a column', () => {
  const columns = new Set(CLAIM_COLUMNS.map(({ name }) => name));
  const elsewhere: Readonly<Record<string, string>> = {
    quantity: 'bound',
    includesPerpetrators: 'includes_perpetrators',
  };
  for (const { body } of claims) {
    for (const field of Object.keys(body)) expect(columns).toContain(elsewhere[field] ?? field);
  }
});

test('keys of tables name columns that are there', () => {
  const columnsOf = (table: string) => TABLES.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
  for (const { name, primaryKey, foreignKeys } of TABLES) {
    expect(primaryKey.length).toBeGreaterThan(0);
    expect(columnsOf(name)).toEqual(expect.arrayContaining([...primaryKey]));
    for (const { columns, table, references } of foreignKeys) {
      expect(columnsOf(name)).toEqual(expect.arrayContaining([...columns]));
      expect(TABLES.find((other) => other.name === table)?.primaryKey).toEqual(references);
    }
  }
});
