import type { Coverage } from './coverage.ts';
import type { Engine } from './engine.ts';
import { deriveWithCurrentRules, removeDataset, replaceDataset } from './load/replace.ts';
import { migrate } from './migrate.ts';
import type { Narrow } from './read/beginning.ts';
import { changesReader } from './read/changes.ts';
import { eventReader } from './read/event.ts';
import { linesReader } from './read/events.ts';
import { type Queries, queriesOn } from './read/queries.ts';
import { Recent } from './read/recent.ts';
import { recordReader } from './read/records.ts';
import { redirectReader } from './read/redirect.ts';
import { stateReader } from './read/state.ts';
import type { PostgresOptions } from './postgres/engine.ts';
import { IN_MEMORY, openSqlite } from './sqlite/engine.ts';
import type { Facets } from './answer.ts';
import type { Store } from './store.ts';
import { columnSourceOn } from './open-column-source.ts';
import { QueryThread, type QueryThreadOptions } from './worker/query-thread.ts';

export type StoreOptions = FileOptions | PostgresOptions;

/** Of a store in SQLite. */
export interface FileOptions {
  /** A file, made with its folder when there is none, or `:memory:`. */
  readonly path: string;
  /** Milliseconds that a query beside the event loop may take before it fails; a minute unless given. */
  readonly patience?: number;
  /** Milliseconds to wait for another process that writes; five seconds unless given. */
  readonly busyTimeout?: number;
  /** How queries of a store in memory choose where to begin; for tests of both ways. */
  readonly narrow?: Narrow;
}

/**
 * Opens a store, and brings its tables and what is derived in them up to this build.
 *
 * @throws StoreError in one line that says what to do: when the database is damaged, cannot be reached or written, or
 * belongs to a newer build or to another program. It is then left as it is.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if ('url' in options) {
    // Its driver is loaded by those alone who have a server.
    const { openPostgres } = await import('./postgres/engine.ts');
    return openStoreOn(await openPostgres(options));
  }
  const { path, patience, busyTimeout, narrow } = options;
  return openStoreOn(openSqlite(path, busyTimeout), path === IN_MEMORY ? undefined : { path, patience }, narrow);
}

/** A store on a database that is open; when it cannot serve, the database is closed. */
export async function openStoreOn(
  engine: Engine,
  threads?: QueryThreadOptions & { readonly path: string },
  narrow?: Narrow,
): Promise<Store> {
  try {
    await migrate(engine);
    await deriveWithCurrentRules(engine);
    return storeOn(engine, threads, narrow);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Rows up to which a list with filters is looked through in a few milliseconds. */
const SMALL = 20_000;

/** Facets kept until something is written: the same few filters are asked for again and again. */
const FACETS_KEPT = 64;

function storeOn(
  engine: Engine,
  threads: (QueryThreadOptions & { readonly path: string }) | undefined,
  narrow: Narrow | undefined,
): Store {
  const { reader, read, dialect } = engine;
  const state = stateReader(engine);
  const here = queriesOn(engine, narrow);
  // Two, so that a page does not wait for counts.
  const lists = threads === undefined ? undefined : new QueryThread(threads.path, threads);
  const counts = threads === undefined ? undefined : new QueryThread(threads.path, threads);
  const recent = new Recent<Facets>(FACETS_KEPT);
  const covered = new Recent<Coverage>(1);

  /** Where a list is read: here while a look through all rows is short, or an index leads to the page. */
  async function listed<Name extends 'events' | 'claims'>(
    name: Name,
    filter: object,
  ): Promise<QueryThread | undefined> {
    if (lists === undefined || Object.keys(filter).length === 0) return undefined;
    const { datasets } = await state();
    return datasets.reduce((sum, dataset) => sum + dataset[name], 0) > SMALL ? lists : undefined;
  }

  const atOnce = <Answer>(ask: (records: ReturnType<typeof recordReader>) => Promise<Answer>): Promise<Answer> =>
    read((db) => ask(recordReader(db, dialect)));

  const events: Queries['events'] = async (filter, sort, page) => {
    const thread = await listed('events', filter);
    return thread === undefined ? here.events(filter, sort, page) : thread.ask('events', filter, sort, page);
  };
  const claims: Queries['claims'] = async (filter, page) => {
    const thread = await listed('claims', filter);
    return thread === undefined ? here.claims(filter, page) : thread.ask('claims', filter, page);
  };

  return {
    state,
    replaceDataset: (id, digest, items, options) => replaceDataset(engine, id, digest, items, options),
    removeDataset: (id) => removeDataset(engine, id),
    ...eventReader(reader),
    listed: linesReader(reader),
    events,
    claims,
    facets: async (filter) =>
      recent.get(
        await engine.changes(),
        JSON.stringify(filter),
        () => counts?.ask('facets', filter) ?? here.facets(filter),
      ),
    coverage: async () => covered.get(await engine.changes(), '', () => counts?.ask('coverage') ?? here.coverage()),
    claim: (id) => atOnce((records) => records.claim(id)),
    sources: (filter, page) => atOnce((records) => records.sources(filter, page)),
    source: (id) => atOnce((records) => records.source(id)),
    actors: (page, q) => atOnce((records) => records.actors(page, q)),
    actor: (id) => atOnce((records) => records.actor(id)),
    places: (page, q, id) => atOnce((records) => records.places(page, q, id)),
    place: (id) => atOnce((records) => records.place(id)),
    changes: (filter, page) => read((db) => changesReader(db)(filter, page)),
    redirect: (type, id) => read((db) => redirectReader(db)(type, id)),
    columnSource: () => columnSourceOn(engine),
    close: async () => {
      await lists?.close();
      await counts?.close();
      await engine.close();
    },
  };
}
