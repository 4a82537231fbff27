import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '../engine.ts';
import { openStoreOn } from '../open.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { describeStore } from '../testing/conformance.ts';
import { emptied } from '../testing/emptied.ts';
import { postgres } from './dialect.ts';

/** One instance for all: it takes seconds to start, and tables are made once. */
let database: PGlite;
let db: Kysely<Tables>;
beforeAll(async () => {
  database = await PGlite.create();
  db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: database }) });
});
afterAll(() => db.destroy());

/** PostgreSQL in WebAssembly: the dialect, without the server. It has one connection, which all share. */
function engineOn(): Engine {
  let commits = 0;
  return {
    name: 'PGlite',
    dialect: postgres,
    reader: db,
    primary: db,
    read: (work) => db.transaction().execute(work),
    write: async (work) => {
      const result = await db.transaction().execute(work);
      commits += 1;
      return result;
    },
    changes: () => commits,
    close: () => Promise.resolve(),
  };
}

async function open(): Promise<Store> {
  await emptied(db);
  return openStoreOn(engineOn());
}

describeStore('PostgreSQL in the process', open, 0.01, { readsWhileLoading: false });
