import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store } from '../index.ts';
import type { Tables } from '../tables.ts';
import { describeStore } from '../testing/conformance.ts';
import { emptied } from '../testing/emptied.ts';
import { PostgresPair, postgresPrograms } from '../testing/postgres-server.ts';

const programs = postgresPrograms();

describe.skipIf(programs === undefined)('with a server and its replica', () => {
  let pair: PostgresPair;
  let tables: Kysely<Tables>;
  beforeAll(async () => {
    pair = await PostgresPair.start(programs ?? '');
    await pair.primary.ask('postgres', 'create database ledger');
    tables = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: new Pool({ connectionString: pair.primary.url('ledger'), max: 1 }) }),
    });
  });
  afterAll(async () => {
    await tables.destroy();
    await pair.stop();
  });

  /** What is written is waited for before anything is read. */
  const replayed = (store: Store): Store => {
    const after = async <Result>(result: Result): Promise<Result> => {
      await pair.replayed();
      return result;
    };
    return {
      ...store,
      state: () => store.state('now'),
      replaceDataset: async (...given) => after(await store.replaceDataset(...given)),
      removeDataset: async (id) => after(await store.removeDataset(id)),
    };
  };

  describeStore(
    'PostgreSQL',
    async () => {
      await emptied(tables);
      return openStore({ url: pair.primary.url('ledger') });
    },
    0.05,
  );

  describeStore(
    'PostgreSQL, read from a replica',
    async () => {
      await emptied(tables);
      const store = await openStore({ url: pair.primary.url('ledger'), readUrl: pair.replica.url('ledger') });
      await pair.replayed();
      return replayed(store);
    },
    0.02,
  );
});
