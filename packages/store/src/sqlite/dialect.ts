import { sql } from 'kysely';
import { type Dialect, TEXT_INDEXES, type TextQuery } from '../engine.ts';

/** Words are letters and digits only (`wordsOf`), so that quoting them is enough. */
const expression = ({ words, column, prefix = false }: TextQuery): string => {
  const all = words.map((word) => `"${word}"${prefix ? '*' : ''}`).join(' AND ');
  return column === undefined ? all : `{${column}} : (${all})`;
};

/** What SQLite says in its own words: types, and FTS5 without copies of the texts. */
export const sqlite: Dialect = {
  ddl: {
    whole: 'integer',
    real: 'real',
    text: 'text',
    clustered: 'strict, without rowid',
    table: 'strict',
  },
  async createTextIndex(db, index) {
    // Texts arrive folded and cut into words; `ascii` leaves letters of other scripts as they are.
    const columns = TEXT_INDEXES[index].join(', ');
    await sql
      .raw(
        `create virtual table ${index} using fts5(${columns}, content='', contentless_delete=1, tokenize='ascii', detail=column)`,
      )
      .execute(db);
  },
  async putText(db, index, rows) {
    const columns = sql.join(['rowid', ...TEXT_INDEXES[index]].map((column) => sql.ref(column)));
    for (const { key, texts } of rows) {
      await sql`insert or replace into ${sql.table(index)} (${columns}) values (${sql.join([key, ...texts])})`.execute(
        db,
      );
    }
  },
  async removeText(db, index, keys) {
    for (const key of keys) await sql`delete from ${sql.table(index)} where rowid = ${key}`.execute(db);
  },
  matching: (query) => {
    const index = sql.table(query.index);
    return sql`(select rowid as key from ${index} where ${index} match ${expression(query)})`;
  },
  hasBit: (value, bits) => sql`(${value} & ${bits}) <> 0`,
  fieldOf: (json, ...path) => sql`(${json} ->> ${`$.${path.join('.')}`})`,
};
