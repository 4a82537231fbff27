import type { ColumnSource } from './column-source.ts';
import type { Engine } from './engine.ts';
import type { StoreOptions } from './open.ts';
import { readColumnRows } from './read/column-rows.ts';
import { readState } from './read/state.ts';
import { openSqliteReader } from './sqlite/engine.ts';

/** Connections to a server: one reads from end to end, the other answers what is asked of words meanwhile. */
const CONNECTIONS = 2;

/**
 * Opens what columns of a store are filled from. The store itself was opened before, by whoever brings it up to this build.
 *
 * @throws StoreError when there is no database, or it cannot be read.
 */
export async function openColumnSource(options: StoreOptions): Promise<ColumnSource> {
  if (!('url' in options)) return columnSourceOn(openSqliteReader(options.path));
  const { openPostgres } = await import('./postgres/engine.ts');
  return columnSourceOn(
    await openPostgres({ ...options, connections: CONNECTIONS, applicationName: 'counterclaim columns' }),
  );
}

/** A source of a database that is open. */
export function columnSourceOn({
  reader,
  read,
  dialect,
  changes,
  close,
}: Pick<Engine, 'reader' | 'read' | 'dialect' | 'changes' | 'close'>): ColumnSource {
  const version = async (): Promise<string> => String(await changes());
  return {
    version,
    read: (take) =>
      read(async (db) => {
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
