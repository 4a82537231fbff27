import { sql } from 'kysely';
import { type Dialect, TEXT_INDEXES, type TextQuery } from '../engine.ts';
import { executeMany } from './kysely-dialect.ts';

/** Words are letters and digits only (`wordsOf`), so that quoting them is enough. */
const expression = ({ words, column, prefix = false }: TextQuery): string => {
  const all = words.map((word) => `"${word}"${prefix ? '*' : ''}`).join(' AND ');
  return column === undefined ? all : `{${column}} : (${all})`;
};

const [SPACE, MINUS, ZERO] = [32, 45, 48];

/** Whole numbers between single spaces. */
function numbersIn(text: string): Float64Array {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      numbers.push(sign * number);
      number = 0;
      sign = 1;
    } else if (code === MINUS) sign = -1;
    else number = number * 10 + code - ZERO;
  }
  if (text.length > 0) numbers.push(sign * number);
  return Float64Array.from(numbers);
}

/**
 * Indexes that no load asks while it adds events, and that its rows enter in another order than their own. Of `claim_source` none
 * does as a rule; but its condition calls functions, for which SQLite makes ready to undo each statement that adds claims: it
 * copies the pages that change, and the text indexes write what they hold, a hundred times as often as they would.
 */
const BUILT_AFTERWARDS = [
  'claim_source',
  'claim_claimant',
  'piece_killed',
  'piece_known',
  'event_source_source',
  'event_place_place',
];

/** Memory for pages while such indexes are built, in KiB: tables are read once from one end to the other, and sorting takes its own. */
const INDEXING_CACHE = 16_384;

const named = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
const placeholders = (columns: readonly string[]): string => columns.map(() => '?').join(', ');

/** What SQLite says in its own words: types, and FTS5 without copies of the texts. */
export const sqlite: Dialect = {
  ddl: {
    whole: 'integer',
    real: 'real',
    text: 'text',
    clustered: 'strict, without rowid',
    table: 'strict',
    dependents: () => [],
    remainingDependents: () => [],
  },
  insertRows: (db, { table, columns, values }) =>
    executeMany(db, {
      // `or fail`: a load with a row too many is undone as a whole, so that no statement needs to keep how pages were before it.
      sql: `insert or fail into "${table}" (${named(columns)}) values (${placeholders(columns)})`,
      further: `, (${placeholders(columns)})`,
      table,
      columns,
      values,
    }),
  updateRows: (db, { table, columns, values }) => {
    const [key = 'key', ...others] = columns;
    // Numbered, because the key comes first in a row, and last in the statement.
    const set = others.map((column, index) => `"${column}" = ?${index + 2}`).join(', ');
    return executeMany(db, { sql: `update "${table}" set ${set} where "${key}" = ?1`, table, columns, values });
  },
  async createTextIndex(db, index) {
    // Texts arrive folded and cut into words; `ascii` leaves letters of other scripts as they are.
    const columns = TEXT_INDEXES[index].join(', ');
    // Where a word stands is asked of indexes of several columns alone.
    const detail = TEXT_INDEXES[index].length > 1 ? 'column' : 'none';
    await sql
      .raw(
        `create virtual table ${index} using fts5(${columns}, content='', contentless_delete=1, tokenize='ascii', detail=${detail})`,
      )
      .execute(db);
  },
  async putText(db, index, rows, are) {
    const columns = ['rowid', ...TEXT_INDEXES[index]];
    const values = rows.flatMap(({ key, texts }) => [key, ...texts]);
    const statement = `insert ${are === 'new' ? '' : 'or replace '}into ${index} (${named(columns)}) values (${placeholders(columns)})`;
    await executeMany(db, { sql: statement, table: index, columns, values });
  },
  async indexingAfterwards(db, work) {
    const { rows } = await sql<{ name: string; statement: string }>`
      select name, sql as statement from sqlite_schema
      where type = 'index' and name in (${sql.join(BUILT_AFTERWARDS)})`.execute(db);
    for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(db);
    const result = await work();
    const { cache_size: cache } = (await sql<{ cache_size: number }>`pragma cache_size`.execute(db)).rows[0] ?? {};
    await sql.raw(`pragma cache_size = -${INDEXING_CACHE}`).execute(db);
    for (const { statement } of rows) await sql.raw(statement).execute(db);
    if (cache !== undefined) await sql.raw(`pragma cache_size = ${cache}`).execute(db);
    return result;
  },
  async removeText(db, index, keys) {
    for (const key of keys) await sql`delete from ${sql.table(index)} where rowid = ${key}`.execute(db);
  },
  async hasTable(db, name) {
    const { rows } = await sql`select 1 from sqlite_schema where type = 'table' and name = ${name}`.execute(db);
    return rows.length > 0;
  },
  matching: (query) => {
    const index = sql.table(query.index);
    return sql`(select rowid as key from ${index} where ${index} match ${expression(query)})`;
  },
  async keysMatching(db, query) {
    // As one text of numbers: an object for each row takes three times as long.
    const { rows } = await sql<{ keys: string | null }>`
      select group_concat(key, ' ') as keys from (select key from ${this.matching(query)} order by key)`.execute(db);
    return numbersIn(rows[0]?.keys ?? '');
  },
  async commonWords(db, index, count, most) {
    await sql`
      create virtual table if not exists temp.${sql.id(`${index}_word`)} using fts5vocab(main, ${sql.id(index)}, row)`.execute(
      db,
    );
    const { rows } = await sql<{ term: string }>`
      select term from temp.${sql.id(`${index}_word`)} where doc > ${count} order by doc desc limit ${most}`.execute(
      db,
    );
    return rows.map(({ term }) => term);
  },
  hasBit: (value, bits) => sql`(${value} & ${bits}) <> 0`,
  fieldOf: (json, ...path) => sql`(${json} ->> ${`$.${path.join('.')}`})`,
};
