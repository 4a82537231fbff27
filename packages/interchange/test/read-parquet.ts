import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';

export interface ParquetContent {
  /** Arrow types of the columns by name. */
  readonly types: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Lists as arrays, whole numbers beyond 32 bits as numbers. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && value !== null && Symbol.iterator in value)
    return [...(value as Iterable<unknown>)].map(plain);
  return value;
}

/** Reads a Parquet file with the Rust implementation of Apache Arrow: nothing of it is shared with the writer. */
export function parquetContent(file: Uint8Array): ParquetContent {
  const table = tableFromIPC(readParquet(file).intoIPCStream());
  const names = table.schema.fields.map(({ name }) => name);
  return {
    types: Object.fromEntries(table.schema.fields.map(({ name, type }) => [name, String(type)])),
    rows: table
      .toArray()
      .map((row: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, plain(row[name])]))),
  };
}
