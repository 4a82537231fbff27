import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, type PGliteDialectConfig } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generated } from '../../bench/generated.ts';
import type { ColumnSource } from '../column-source.ts';
import type { Engine } from '../engine.ts';
import { columnSourceOn, openColumnSource } from '../open-column-source.ts';
import { openStore, openStoreOn } from '../open.ts';
import type { Store } from '../store.ts';
import type { Tables } from '../tables.ts';
import { describeStore } from '../testing/conformance.ts';
import { emptied } from '../testing/emptied.ts';
import { Copy } from './copy.ts';
import { postgres } from './dialect.ts';
import { duplicateIn } from './rows.ts';

/** One instance for all: it takes seconds to start, and tables are made once. */
let database: PGlite;
let db: Kysely<Tables>;
beforeAll(async () => {
  database = await PGlite.create();
  db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: takingCopies(database) }) });
});
afterAll(() => db.destroy());

type InProcess = Exclude<PGliteDialectConfig['pglite'], (...given: never[]) => unknown>;

/** In the process, what is copied comes as a file. */
function takingCopies(given: PGlite): InProcess {
  const on =
    (asked: Pick<InProcess, 'query'>): InProcess['query'] =>
    async (text, parameters = [], options) => {
      const [copy] = parameters as unknown[];
      if (!(copy instanceof Copy)) return asked.query(text, parameters, options);
      try {
        return await asked.query(text.replace(/stdin$/, `'/dev/blob'`), [], { blob: new Blob([copy.text]) });
      } catch (error) {
        throw duplicateIn(error) ?? error;
      }
    };
  return {
    get closed() {
      return given.closed;
    },
    get ready() {
      return given.ready;
    },
    waitReady: given.waitReady,
    close: () => given.close(),
    query: on(given),
    transaction: (work) =>
      given.transaction((transaction) => work({ query: on(transaction), rollback: () => transaction.rollback() })),
  };
}

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

describe('a source of columns', () => {
  /** Everything that it hands out, kind after kind. */
  async function rowsOf(source: ColumnSource): Promise<ReadonlyMap<string, readonly object[]>> {
    const rows = new Map<string, object[]>();
    await source.read((some) => {
      rows.set(some.table, [...(rows.get(some.table) ?? []), ...some.rows]);
    });
    return rows;
  }

  it('hands out what one of SQLite does, and finds the same events by words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterclaim-columns-'));
    const options = { path: join(folder, 'ledger.sqlite') };
    const stores = [await openStore(options), await open()];
    for (const store of stores) await store.replaceDataset('generated', 'a'.repeat(64), generated(60));
    const [ofFile, ofServer] = [await openColumnSource(options), columnSourceOn(engineOn())];
    expect(await rowsOf(ofServer)).toEqual(await rowsOf(ofFile));
    for (const word of ['rockets', 'town', 'nothing']) {
      expect(await ofServer.eventsWith(word, 'anywhere')).toEqual(await ofFile.eventsWith(word, 'anywhere'));
      expect(await ofServer.eventsWith(word, 'identity')).toEqual(await ofFile.eventsWith(word, 'identity'));
      expect(await ofServer.claimsWith(word)).toEqual(await ofFile.claimsWith(word));
    }
    expect(await ofServer.commonWords(20, 10)).toEqual(await ofFile.commonWords(20, 10));
    expect(await ofServer.keyOf('event-7')).toBe(await ofFile.keyOf('event-7'));
    await ofFile.close();
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true });
  });
});
