import type { ColumnType } from '../column.ts';
import { COLUMN_TYPES } from '../column.ts';
import type { ForeignKey, Table } from '../table/table.ts';

/** A datatype of the Metadata Vocabulary for Tabular Data, section 5.11. */
type Datatype = string | { readonly base: string; readonly format: string };

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** What each type of column is in XML Schema's datatypes; a regular expression is ECMAScript's, and holds for the whole cell. */
const DATATYPES: Readonly<Record<ColumnType, Datatype>> = {
  id: { base: 'string', format: `^${SLUG}$` },
  text: 'string',
  list: 'string',
  integer: 'integer',
  number: 'double',
  boolean: { base: 'boolean', format: 'true|false' },
  edtf: { base: 'string', format: '^[-0-9XY.T:Z+?~%]*(?:/[-0-9XY.T:Z+?~%]*)?$' },
  date: { base: 'date', format: 'yyyy-MM-dd' },
  instant: {
    base: 'string',
    format: '^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\\.[0-9]+)?Z$',
  },
  url: 'anyURI',
  json: 'json',
};

/** What a table group says about itself: Dublin Core and schema.org terms, by their prefixes in CSVW's context. */
export interface CsvwDescription {
  readonly title: string;
  readonly description?: string | undefined;
  /** IRI of the licence. */
  readonly license?: string | undefined;
  readonly version?: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly issued?: string | undefined;
  /** File of a table, relative to the metadata; `<name>.csv` without it. */
  readonly fileOf?: ((table: string) => string) | undefined;
}

const TEXT_NOTE =
  'A text that begins with = + - @, a tab or a carriage return is preceded by an apostrophe, so that no spreadsheet takes it for a formula. A semicolon within a value of a list is written as a comma.';

/** `part_of` as a heading: `Part of`. */
const heading = (name: string): string => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isPlain = (type: ColumnType): boolean => type === 'text' || type === 'id' || type === 'list';

function describeTable(
  { name, title, description, columns, primaryKey, foreignKeys }: Table,
  fileOf: (table: string) => string,
) {
  return {
    url: fileOf(name),
    'dc:title': title,
    'dc:description': description,
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        // The header holds the first: by it a reader knows the column again.
        titles: [...new Set([column.name, heading(column.name)])],
        'dc:description': isPlain(column.type)
          ? column.description
          : `${column.description} ${COLUMN_TYPES[column.type]}`,
        datatype: DATATYPES[column.type],
        ...(column.type === 'list' ? { separator: '; ' } : {}),
        ...(primaryKey.includes(column.name) ? { required: true } : {}),
      })),
      primaryKey,
      ...(foreignKeys.length === 0
        ? {}
        : {
            foreignKeys: foreignKeys.map(({ columns: own, table, references }: ForeignKey) => ({
              columnReference: own,
              reference: { resource: fileOf(table), columnReference: references },
            })),
          }),
    },
  };
}

/**
 * The data dictionary of tables as CSVW metadata (W3C, Metadata Vocabulary for Tabular Data, 2015), to lie beside their CSV
 * files as `csv-metadata.json`. Made of the very columns by which the files are written.
 */
export function writeCsvw(tables: readonly Table[], description: CsvwDescription): string {
  const { title, license, version, issued, fileOf = (table) => `${table}.csv` } = description;
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': title,
    'dc:description': [description.description, TEXT_NOTE].filter((text) => text !== undefined).join(' '),
    ...(license === undefined ? {} : { 'dc:license': { '@id': license } }),
    ...(version === undefined ? {} : { 'schema:version': version }),
    ...(issued === undefined ? {} : { 'dc:issued': { '@value': issued, '@type': 'xsd:date' } }),
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      lineTerminators: ['\r\n'],
    },
    tables: tables.map((table) => describeTable(table, fileOf)),
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
