import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Cell, Column, ColumnType } from '../column.ts';

type SchemaElement = NonNullable<Parameters<typeof parquetWriteRows>[0]['schema']>[number];

const STRING: Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'> = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
};

/** How each type of column is stored. What CSV writes as text with a form of its own (EDTF, JSON) stays text. */
const STORED: Readonly<Record<Exclude<ColumnType, 'list'>, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  id: STRING,
  text: STRING,
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  edtf: STRING,
  date: { type: 'INT32', converted_type: 'DATE' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  url: STRING,
  json: STRING,
};

/** The elements of a column in the schema: a list has three levels (Parquet's LogicalTypes.md, "Lists"). */
function elementsOf({ name, type }: Column<never>): SchemaElement[] {
  if (type !== 'list') return [{ name, ...STORED[type], repetition_type: 'OPTIONAL' }];
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', ...STRING, repetition_type: 'REQUIRED' },
  ];
}

/** A cell as the writer takes it: a whole number of 64 bits, a day by the instant at which it begins in UTC. */
function stored(cell: Cell, type: ColumnType): unknown {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell as number);
  if (type === 'instant') return new Date(cell as string);
  if (type === 'date') return new Date(`${cell as string}T00:00:00Z`);
  return cell;
}

const WRITER = 'counterclaim';

/**
 * A file without rows has no row groups. hyparquet-writer 0.17 then gives the elements of that empty list no type, and strict
 * readers refuse the footer: they are structs (type 12 of Thrift’s compact protocol, not 0). Rows make this needless.
 */
function withoutRowGroups(file: Uint8Array): Uint8Array {
  const BYTES_OF_ROW_COUNT_AND_EMPTY_LIST = [0x16, 0x00, 0x19, 0x00, 0x28, WRITER.length];
  const at = Buffer.from(file).lastIndexOf(
    Buffer.concat([Buffer.from(BYTES_OF_ROW_COUNT_AND_EMPTY_LIST), Buffer.from(WRITER)]),
  );
  if (at >= 0) file[at + 3] = 0x0c;
  return file;
}

/** Rows of one row group: what is held in memory at a time. */
const ROWS = 100_000;

/**
 * Writes records as one Parquet file with typed columns, lists as lists, compressed with Snappy. The same records give the
 * same bytes: nothing in the file tells when or where it was written.
 *
 * @throws RangeError when a cell of a column of whole numbers is none.
 */
export async function* writeParquet<Item>(
  columns: readonly Column<Item>[],
  items: Iterable<Item> | AsyncIterable<Item>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let count = 0;
  async function* rows(): AsyncGenerator<Record<string, unknown>> {
    for await (const item of items) {
      count += 1;
      yield Object.fromEntries(columns.map(({ name, type, value }) => [name, stored(value(item), type)]));
    }
  }
  const writer = new ByteWriter();
  await parquetWriteRows({
    writer,
    rows: rows(),
    columns: columns.map(({ name }) => ({ name })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)],
    rowGroupSize: ROWS,
    createdBy: WRITER,
  });
  yield count === 0 ? withoutRowGroups(writer.getBytes()) : writer.getBytes();
}
