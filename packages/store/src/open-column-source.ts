import type { ColumnSource } from './column-source.ts';
import type { FileOptions } from './open.ts';
import { readColumnRows } from './read/column-rows.ts';
import { readState } from './read/state.ts';
import { openSqliteReader } from './sqlite/engine.ts';

/**
 * Opens what columns of a store are filled from. The store itself was opened before, by whoever brings it up to this build.
 *
 * @throws StoreError when there is no database, or it cannot be read.
 */
export function openColumnSource({ path }: Pick<FileOptions, 'path'>): ColumnSource {
  const { reader, dialect, changes, close } = openSqliteReader(path);
  const version = async (): Promise<string> => String(await changes());
  return {
    version,
    read: (take) =>
      reader.transaction().execute(async (db) => {
        const { revision } = await readState(db);
        await readColumnRows(db, take);
        return { revision, version: String(await changes()) };
      }),
    keyOf: async (id) => (await reader.selectFrom('event').select('key').where('id', '=', id).executeTakeFirst())?.key,
    eventsWith: (word, texts) =>
      dialect.keysMatching(reader, {
        index: 'event_text',
        words: [word],
        ...(texts === 'identity' ? { column: texts } : {}),
      }),
    claimsWith: (word) => dialect.keysMatching(reader, { index: 'claim_text', words: [word] }),
    commonWords: (events, most) => dialect.commonWords(reader, 'event_text', events, most),
    close,
  };
}
