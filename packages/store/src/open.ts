import type { Engine } from './engine.ts';
import { deriveWithCurrentRules, removeDataset, replaceDataset } from './load/replace.ts';
import { migrate } from './migrate.ts';
import { claimsReader } from './read/claims.ts';
import { eventReader } from './read/event.ts';
import { eventsReader } from './read/events.ts';
import { countFacets } from './read/facets.ts';
import { recordReader } from './read/records.ts';
import { stateReader } from './read/state.ts';
import { openSqlite } from './sqlite/engine.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** A file, made with its folder when there is none, or `:memory:`. */
  readonly path: string;
}

/**
 * Opens a store, and brings its tables and what is derived in them up to this build.
 *
 * @throws StoreError in one line that says what to do: when the database is damaged, cannot be written, or
 * belongs to a newer build or to another program. The file is then left as it is.
 */
export async function openStore({ path }: StoreOptions): Promise<Store> {
  const engine = openSqlite(path);
  try {
    await migrate(engine, path);
    await deriveWithCurrentRules(engine);
    return storeOn(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function storeOn(engine: Engine): Store {
  const { reader, dialect } = engine;
  return {
    state: stateReader(engine),
    replaceDataset: (id, digest, items) => replaceDataset(engine, id, digest, items),
    removeDataset: (id) => removeDataset(engine, id),
    ...eventReader(reader),
    events: eventsReader(reader, dialect),
    ...recordReader(reader, dialect),
    claims: claimsReader(reader, dialect),
    facets: (filter) => reader.transaction().execute((db) => countFacets(db, dialect, filter)),
    close: () => engine.close(),
  };
}
