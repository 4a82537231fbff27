import { sql } from 'kysely';
import { type Dialect, TEXT_INDEXES, type TextIndex, type TextQuery } from '../engine.ts';
import { dependents, remainingDependents } from './dependents.ts';
import { insertRows, updateRows } from './rows.ts';

/** Column in which all words of a row stand. */
const ALL = 'words';

/** The columns of a text index as it is stored: those asked for by name, and all together where they are several. */
const vectorsOf = (index: TextIndex): readonly string[] => {
  const columns: readonly string[] = TEXT_INDEXES[index];
  return columns.length === 1 ? columns : [...columns, ALL];
};

/** Words are letters and digits only (`wordsOf`), so that quoting them is enough. */
const expression = ({ words, prefix = false }: TextQuery): string =>
  words.map((word) => `'${word}'${prefix ? ':*' : ''}`).join(' & ');

const matching: Dialect['matching'] = (query) => {
  const column = query.column ?? vectorsOf(query.index).at(-1) ?? ALL;
  return sql`(select key from ${sql.table(query.index)} where ${sql.ref(column)} @@ ${expression(query)}::tsquery)`;
};

/**
 * What PostgreSQL says in its own words. Texts are compared byte by byte, as SQLite does, and words are stored as
 * they come: no text search configuration cuts, stems or drops any.
 */
export const postgres: Dialect = {
  ddl: {
    whole: 'bigint',
    real: 'double precision',
    text: 'text collate "C"',
    clustered: '',
    table: '',
    dependents,
    remainingDependents,
  },
  insertRows,
  updateRows,
  async createTextIndex(db, index) {
    const vectors = vectorsOf(index);
    const columns = vectors.map((name) => `${name} tsvector not null`).join(', ');
    await sql.raw(`create table ${index} (key bigint primary key, ${columns})`).execute(db);
    for (const name of vectors) {
      await sql.raw(`create index ${index}_${name} on ${index} using gin (${name})`).execute(db);
    }
  },
  async putText(db, index, rows, are) {
    if (rows.length === 0) return;
    if (are === 'new') {
      const columns = vectorsOf(index);
      // Words between spaces are read as a vector of them, each once, in whatever order.
      const vectors = (texts: readonly string[]) => (columns.length > 1 ? [...texts, texts.join(' ')] : texts);
      const values = rows.flatMap(({ key, texts }) => [key, ...vectors(texts)]);
      await insertRows(db, { table: index, columns: ['key', ...columns], values });
      return;
    }
    const texts = TEXT_INDEXES[index].map((_, at) => rows.map((row) => row.texts[at] ?? ''));
    const given = texts.map((_, at) => sql.ref(`given.text_${at}`));
    const vectors = given.map((text) => sql`array_to_tsvector(string_to_array(${text}, ' '))`);
    if (vectors.length > 1) vectors.push(sql`${sql.join(vectors, sql` || `)}`);
    const names = vectorsOf(index).map((name) => sql.ref(name));
    await sql`
      insert into ${sql.table(index)} (key, ${sql.join(names)})
      select given.key, ${sql.join(vectors)}
      from unnest(${rows.map(({ key }) => key)}::bigint[], ${sql.join(texts.map((text) => sql`${text}::text[]`))})
        as given (key, ${sql.join(texts.map((_, at) => sql.ref(`text_${at}`)))})
      on conflict (key) do update set ${sql.join(names.map((name) => sql`${name} = excluded.${name}`))}`.execute(db);
  },
  async loaded(db) {
    // Words wait in a list until a vacuum sorts them in: readers would look that through.
    for (const index of Object.keys(TEXT_INDEXES) as TextIndex[]) {
      for (const name of vectorsOf(index)) {
        await sql`select gin_clean_pending_list(${`${index}_${name}`}::regclass)`.execute(db);
      }
    }
    const { rows } = await sql<{ name: string }>`
      select quote_ident(relname) as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r' order by relname`.execute(db);
    await sql.raw(`analyze ${rows.map(({ name }) => name).join(', ')}`).execute(db);
  },
  async filled(db, tables) {
    await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(db);
  },
  async removeText(db, index, keys) {
    await sql`delete from ${sql.table(index)} where key = any(${[...keys]}::bigint[])`.execute(db);
  },
  async hasTable(db, name) {
    const { rows } = await sql`select 1 where to_regclass(quote_ident(${name})) is not null`.execute(db);
    return rows.length > 0;
  },
  matching,
  async keysMatching(db, query) {
    const { rows } = await sql<{ key: number }>`select key from ${matching(query)} as found order by key`.execute(db);
    return Float64Array.from(rows, ({ key }) => key);
  },
  async commonWords(db, index, rows, most) {
    const column = vectorsOf(index).at(-1) ?? ALL;
    const counted = await sql<{ word: string }>`
      select word from ts_stat(${`select ${column} from ${index}`}) where ndoc > ${rows} order by ndoc desc, word limit ${most}`.execute(
      db,
    );
    return counted.rows.map(({ word }) => word);
  },
  hasBit: (value, bits) => sql`(${value} & ${bits}) <> 0`,
  fieldOf: (json, ...path) => sql`(${json}::json #>> ${sql.lit(`{${path.join(',')}}`)})`,
};
