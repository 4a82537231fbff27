import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { databasePath, storeOptions } from './store-options.ts';

test('the database lies where it is told to, else beside the code', () => {
  expect(databasePath({ COUNTERCLAIM_DATA: '/srv/ledger' })).toBe('/srv/ledger/ledger.sqlite');
  expect(databasePath({ COUNTERCLAIM_DATA: ':memory:' })).toBe(':memory:');
  expect(databasePath({ COUNTERCLAIM_DATA: '' })).toBe(databasePath({}));
  expect(databasePath({})).toBe(fileURLToPath(new URL('../../../.data/ledger.sqlite', import.meta.url)));
});

test('a file is meant unless a server is named', () => {
  expect(storeOptions({})).toEqual({ path: databasePath({}) });
  expect(storeOptions({ COUNTERCLAIM_DATA: ':memory:', DATABASE_URL: '' })).toEqual({ path: ':memory:' });
  const url = 'postgres://ledger@db.example.org/ledger';
  expect(storeOptions({ DATABASE_URL: url, COUNTERCLAIM_DATA: '/srv/ledger' })).toEqual({ url });
  expect(
    storeOptions({ DATABASE_URL: url, DATABASE_READ_URL: 'postgresql://replica/ledger', DATABASE_CONNECTIONS: '40' }),
  ).toEqual({ url, readUrl: 'postgresql://replica/ledger', connections: 40 });
});

test('what is no address is refused by the name of its variable, and not repeated', () => {
  for (const wrong of ['mysql://u:secret@host/ledger', 'secret', 'http://secret', 'POSTGRES:secret']) {
    expect(() => storeOptions({ DATABASE_URL: wrong })).toThrow(/^DATABASE_URL is no address[^\n]*$/);
    expect(() => storeOptions({ DATABASE_URL: wrong })).not.toThrow('secret');
    expect(() => storeOptions({ DATABASE_URL: 'postgres://host/ledger', DATABASE_READ_URL: wrong })).toThrow(
      /^DATABASE_READ_URL is no address[^\n]*$/,
    );
  }
  expect(() => storeOptions({ DATABASE_READ_URL: 'postgres://host/ledger' })).toThrow(/^DATABASE_READ_URL is set/);
  for (const wrong of ['0', '-1', 'many', '1e3', '2.5']) {
    const environment = { DATABASE_URL: 'postgres://host/ledger', DATABASE_CONNECTIONS: wrong };
    expect(() => storeOptions(environment)).toThrow(`DATABASE_CONNECTIONS=${wrong} is not a number of connections`);
  }
});
