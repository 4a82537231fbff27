import { Readable } from 'node:stream';
import { Table } from 'tableschema';

interface CsvwColumn {
  readonly name: string;
  readonly titles: readonly string[];
  readonly datatype: string | { readonly base: string; readonly format?: string };
  readonly separator?: string;
  readonly required?: boolean;
}
interface CsvwTable {
  readonly url: string;
  readonly tableSchema: {
    readonly columns: readonly CsvwColumn[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly {
      readonly columnReference: readonly string[];
      readonly reference: { readonly resource: string; readonly columnReference: readonly string[] };
    }[];
  };
}

/** A column of CSVW metadata as a field of Frictionless' Table Schema, with the same datatype and constraints. */
function fieldOf({ name, datatype, separator, required = false }: CsvwColumn): object {
  const { base, format } = typeof datatype === 'string' ? { base: datatype, format: undefined } : datatype;
  const constraints = { required };
  const string = { name, type: 'string', constraints };
  if (separator !== undefined) return string;
  switch (base) {
    case 'string':
      // Table Schema's patterns always hold for the whole cell.
      return format === undefined ? string : { ...string, constraints: { required, pattern: format } };
    case 'json':
      return string;
    case 'anyURI':
      return { ...string, format: 'uri' };
    case 'integer':
      return { name, type: 'integer', constraints };
    case 'double':
      return { name, type: 'number', constraints };
    case 'boolean': {
      const [yes, no] = (format ?? 'true|false').split('|');
      return { name, type: 'boolean', trueValues: [yes], falseValues: [no], constraints };
    }
    case 'date':
      return { name, type: 'date', constraints };
    default:
      throw new TypeError(`${name}: no reader for datatype ${base}`);
  }
}

type CsvwForeignKey = NonNullable<CsvwTable['tableSchema']['foreignKeys']>[number];

const schemaOf = ({ tableSchema: { columns, primaryKey } }: CsvwTable, foreignKey?: CsvwForeignKey): object => ({
  fields: columns.map(fieldOf),
  missingValues: [''],
  primaryKey,
  // Table Schema knows no empty list of foreign keys.
  ...(foreignKey === undefined
    ? {}
    : {
        foreignKeys: [
          {
            fields: foreignKey.columnReference,
            reference: { resource: foreignKey.reference.resource, fields: foreignKey.reference.columnReference },
          },
        ],
      }),
});

/** Lines beyond the first are of the same kind. */
const messageOf = (url: string, error: unknown): string => {
  const { message, rowNumber, errors } = error as Error & { rowNumber?: number; errors?: readonly Error[] };
  const details = (errors ?? []).map((each) => each.message).slice(0, 3);
  return [`${url}${rowNumber === undefined ? '' : `:${rowNumber}`}: ${message}`, ...details].join('; ');
};

/**
 * What Frictionless' Table Schema library finds wrong with CSV files that CSVW metadata describe: columns, datatypes, required
 * cells, primary and foreign keys.
 *
 * @param metadata The text of `csv-metadata.json`.
 * @param read The text of the CSV file that it calls by this name.
 */
export async function tableProblems(metadata: string, read: (url: string) => string): Promise<string[]> {
  const { tables } = JSON.parse(metadata) as { tables: readonly CsvwTable[] };
  const problems: string[] = [];
  const relations: Record<string, Record<string, unknown>[]> = {};
  const load = (table: CsvwTable, foreignKey?: CsvwForeignKey): Promise<Table> =>
    Table.load(() => Readable.from([read(table.url)]), { schema: schemaOf(table, foreignKey), delimiter: ',' });
  // The library's types call this the rows themselves: it is a promise of them.
  const rowsOf = (table: Table, options: Parameters<Table['read']>[0]) =>
    table.read(options) as unknown as Promise<Record<string, unknown>[]>;
  for (const table of tables) {
    const [header] = read(table.url).split('\r\n', 1);
    const names = table.tableSchema.columns.map(({ titles }) => titles[0]).join(',');
    // The library compares headers only where there is a row, and not their order.
    if (header !== names) problems.push(`${table.url}: the header is ${header ?? ''}, not ${names}`);
    const loaded = await load(table);
    for (const error of loaded.schema.errors as readonly Error[]) problems.push(messageOf(table.url, error));
    try {
      relations[table.url] = await rowsOf(loaded, { keyed: true });
    } catch (error) {
      problems.push(messageOf(table.url, error));
    }
  }
  if (problems.length > 0) return problems;
  for (const table of tables) {
    // One at a time: the library puts the row found in place of the value, where a second key would look for it.
    for (const foreignKey of table.tableSchema.foreignKeys ?? []) {
      try {
        await rowsOf(await load(table, foreignKey), { relations });
      } catch (error) {
        problems.push(messageOf(table.url, error));
      }
    }
  }
  return problems;
}
