import { expect, test } from 'vitest';
import { COLUMN_TYPES } from '../column.ts';
import { TABLES } from '../table/tables.ts';
import { writeCsvw } from './metadata.ts';

interface Metadata {
  readonly '@context': readonly unknown[];
  readonly tables: readonly {
    readonly url: string;
    readonly tableSchema: {
      readonly columns: readonly Readonly<Record<string, unknown>>[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly columnReference: readonly string[];
        readonly reference: { readonly resource: string; readonly columnReference: readonly string[] };
      }[];
    };
  }[];
  readonly [property: string]: unknown;
}

const metadata = (more = {}): Metadata => JSON.parse(writeCsvw(TABLES, { title: 'Fixture', ...more })) as Metadata;

test('every table and column is described once, in order, in its own words', () => {
  const { tables } = metadata();
  expect(tables.map(({ url }) => url)).toEqual(TABLES.map(({ name }) => `${name}.csv`));
  tables.forEach(({ tableSchema: { columns } }, at) => {
    const own = TABLES[at]?.columns ?? [];
    expect(columns.map(({ name }) => name)).toEqual(own.map(({ name }) => name));
    columns.forEach((column, index) => {
      const { name = '', description = '', type = 'text' } = own[index] ?? {};
      // The first title is what stands in the header: by it a reader knows the column again.
      expect((column['titles'] as string[])[0]).toBe(name);
      expect(column['dc:description']).toContain(description);
      expect(column['separator']).toBe(type === 'list' ? '; ' : undefined);
    });
  });
});

test('keys are the tables’ own, and required; foreign keys name files of the group', () => {
  const { tables } = metadata();
  const urls = tables.map(({ url }) => url);
  tables.forEach(({ tableSchema: { columns, primaryKey, foreignKeys = [] } }, at) => {
    expect(primaryKey).toEqual(TABLES[at]?.primaryKey);
    expect(columns.filter(({ required }) => required === true).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...primaryKey]),
    );
    expect(foreignKeys).toHaveLength(TABLES[at]?.foreignKeys.length ?? -1);
    for (const { reference } of foreignKeys) expect(urls).toContain(reference.resource);
  });
});

// Metadata Vocabulary for Tabular Data, sections 5.1 to 5.11: a processor must ignore, or warn of, anything else.
const BUILT_IN = ['string', 'integer', 'double', 'boolean', 'date', 'anyURI', 'json'];
const ALLOWED = {
  group: ['@context', 'dialect', 'tables'],
  table: ['url', 'tableSchema'],
  column: ['name', 'titles', 'datatype', 'separator', 'required'],
  schema: ['columns', 'primaryKey', 'foreignKeys'],
};

test('nothing stands in the metadata that CSVW does not know', () => {
  const group = metadata({
    description: 'All.',
    license: 'https://example.org/l',
    version: '2026.1',
    issued: '2026-11-21',
  });
  const unknown = (object: object, allowed: readonly string[]): string[] =>
    Object.keys(object).filter((key) => !allowed.includes(key) && !/^(?:dc|schema):[a-z]+$/.test(key));
  expect(group['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'en' }]);
  expect(unknown(group, ALLOWED.group)).toEqual([]);
  for (const table of group.tables) {
    expect(unknown(table, ALLOWED.table)).toEqual([]);
    expect(unknown(table.tableSchema, ALLOWED.schema)).toEqual([]);
    for (const column of table.tableSchema.columns) {
      expect(unknown(column, ALLOWED.column)).toEqual([]);
      // RFC 6570 variable names: what `name` may be.
      expect(column['name']).toMatch(/^[A-Za-z0-9][A-Za-z0-9_]*$/);
      const { datatype } = column as { datatype: string | { base: string; format: string } };
      expect(BUILT_IN).toContain(typeof datatype === 'string' ? datatype : datatype.base);
      if (typeof datatype !== 'string' && datatype.base === 'string')
        expect(() => new RegExp(datatype.format, 'u')).not.toThrow();
    }
  }
});

test('a release says what it is, and where its files are', () => {
  const group = metadata({
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: '2026.1',
    issued: '2026-11-21',
    fileOf: (table: string) => `csv/${table}.csv`,
  });
  expect(group).toMatchObject({
    'dc:title': 'Fixture',
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'schema:version': '2026.1',
    'dc:issued': { '@value': '2026-11-21', '@type': 'xsd:date' },
  });
  expect(group.tables[0]?.url).toBe('csv/events.csv');
  expect(JSON.stringify(group)).toContain('"resource":"csv/events.csv"');
});

test('a reader is told of forms that are not plain', () => {
  const text = writeCsvw(TABLES, { title: 'Fixture' });
  for (const type of ['edtf', 'instant', 'date'] as const) expect(text).toContain(COLUMN_TYPES[type]);
});
