import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import { DuplicateRow } from '../duplicate-row.ts';
import type { Dialect, RowSet, Writer } from '../engine.ts';
import { Copy } from './copy.ts';

const UNIQUE_VIOLATION = '23505';

/** Types of columns, by table: the same in every database of this build. */
const known = new Map<string, ReadonlyMap<string, string>>();

async function typesOf(db: Writer, table: string): Promise<ReadonlyMap<string, string>> {
  const types = known.get(table);
  if (types !== undefined) return types;
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass(quote_ident(${table})) and attnum > 0 and not attisdropped`.execute(db);
  const found = new Map(rows.map(({ name, type }) => [name, type]));
  known.set(table, found);
  return found;
}

/** Rows as a table of arrays, one parameter a column, however many rows there are. */
async function unnested(db: Writer, { table, columns, values }: RowSet): Promise<RawBuilder<unknown>> {
  const types = await typesOf(db, table);
  const arrays = columns.map((column, at) => {
    const array: unknown[] = [];
    for (let index = at; index < values.length; index += columns.length) array.push(values[index]);
    return sql`${array}::${sql.raw(types.get(column) ?? 'text')}[]`;
  });
  return sql`unnest(${sql.join(arrays)})`;
}

const refs = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));

/** The connection sends it ahead. */
export const insertRows: Dialect['insertRows'] = async (db, rows) => {
  if (rows.values.length === 0) return;
  const copy = new Copy(rows);
  await db.executeQuery(CompiledQuery.raw(copy.sql, [copy]));
};

export const updateRows: Dialect['updateRows'] = async (db, rows) => {
  if (rows.values.length === 0) return;
  const [key = 'key', ...others] = rows.columns;
  const set = others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`given.${column}`)}`);
  const target = sql.table(rows.table);
  await sql`
    update ${target} set ${sql.join(set)} from ${await unnested(db, rows)} as given (${refs(rows.columns)})
    where ${sql.ref(`${rows.table}.${key}`)} = ${sql.ref(`given.${key}`)}`.execute(db);
};

/** What the server says of a row that was there already: of a record, by the id that it names. */
export function duplicateIn(error: unknown): DuplicateRow | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== UNIQUE_VIOLATION) return undefined;
  const textOf = (name: 'table' | 'detail'): string => {
    const text: unknown = Reflect.get(error, name);
    return typeof text === 'string' ? text : '';
  };
  const [, id] = /^Key \(id\)=\((.*)\) already exists\.$/s.exec(textOf('detail')) ?? [];
  return new DuplicateRow(textOf('table'), id, { cause: error });
}
