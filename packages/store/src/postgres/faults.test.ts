import { createServer, type Server } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { EventId, LedgerItem } from '@counterclaim/domain';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generated } from '../../bench/generated.ts';
import { openStore, type Store, StoreError } from '../index.ts';
import { acceptanceRecords, itemsOf } from '../testing/ledger.ts';
import { PostgresPair, type PostgresServer, postgresPrograms } from '../testing/postgres-server.ts';
import type { PostgresOptions } from './engine.ts';

const programs = postgresPrograms();
const records = acceptanceRecords('kabul-2021-07-20');
const more = acceptanceRecords('kabul-2021-07-20', 'kabul-2021-08-29');
const PALACE = '2021-07-20-kabul-palace-rockets' as EventId;

describe.skipIf(programs === undefined)('a PostgreSQL server', () => {
  let pair: PostgresPair;
  let primary: PostgresServer;
  let databases = 0;
  beforeAll(async () => {
    pair = await PostgresPair.start(programs ?? '');
    ({ primary } = pair);
  });
  afterAll(() => pair.stop());

  const newDatabase = async (properties = ''): Promise<string> => {
    const name = `ledger_${(databases += 1)}`;
    await primary.ask('postgres', `create database ${name} ${properties}`);
    return name;
  };
  const load = (store: Store, digest: string, some = records): Promise<unknown> =>
    store.replaceDataset('curated', digest, itemsOf(some));

  /** A store on a new database, with the records loaded. */
  const loaded = async (options: Partial<PostgresOptions> = {}): Promise<{ store: Store; database: string }> => {
    const database = await newDatabase();
    const store = await openStore({ url: primary.url(database), ...options });
    await load(store, 'one');
    return { store, database };
  };

  /** Somebody else's connection, in a transaction. */
  const intruder = async (database: string, statement: string): Promise<{ readonly leave: () => Promise<void> }> => {
    const client = new Client({ connectionString: primary.url(database) });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`begin; ${statement}`);
    return { leave: () => client.end() };
  };

  const answersOf = async (store: Store) => ({
    state: await store.state('now'),
    events: await store.events({}, '-date', { limit: 100 }),
    words: await store.events({ q: 'rockets' }, '-date', { limit: 100 }),
    event: await store.event(PALACE),
    facets: await store.facets({}),
  });

  describe('that cannot serve', () => {
    const refused = async (options: PostgresOptions): Promise<StoreError> => {
      const error: unknown = await openStore({ connectTimeout: 5_000, ...options }).then(
        (store) => store.close(),
        (reason: unknown) => reason,
      );
      if (!(error instanceof StoreError)) throw new TypeError(`opened, or failed with ${String(error)}`);
      expect(error.message).not.toContain('\n');
      const { password } = new URL(options.url);
      for (const secret of [password, decodeURIComponent(password)]) {
        if (secret !== '') expect(error.message).not.toContain(secret);
      }
      return error;
    };

    it('is named when nobody listens', async () => {
      const error = await refused({ url: 'postgres://somebody:hidden@127.0.0.1:1/ledger' });
      expect(error).toMatchObject({
        code: 'unreachable',
        message:
          'No PostgreSQL server answers at 127.0.0.1:1 (ECONNREFUSED): start it, or correct the address of the database.',
      });
    });

    it('is named when it does not answer', async () => {
      const silent = await new Promise<Server>((resolve) => {
        const server = createServer().listen(0, '127.0.0.1', () => {
          resolve(server);
        });
      });
      const { port } = silent.address() as { port: number };
      const error = await refused({ url: `postgres://somebody:hidden@127.0.0.1:${port}/ledger`, connectTimeout: 200 });
      expect(error).toMatchObject({
        code: 'unreachable',
        message: expect.stringContaining(`The server at 127.0.0.1:${port} does not answer in time`) as string,
      });
      silent.close();
    });

    it('is named when the password is wrong', async () => {
      const error = await refused({ url: primary.url('postgres', { password: 'wrong: 50%' }) });
      expect(error).toMatchObject({ code: 'unreachable' });
      expect(error.message).toMatch(/does not let owner in .*: correct user and password/);
    });

    it('is named when it has no such database', async () => {
      const error = await refused({ url: primary.url('nothing') });
      expect(error).toMatchObject({ code: 'unreachable' });
      expect(error.message).toContain('has no database nothing: create it (createdb --encoding=UTF8 nothing)');
    });

    it('is named when it has no connection left', async () => {
      const database = await newDatabase('connection limit 2');
      await primary.ask('postgres', `create role guest login password 'hidden'`);
      await primary.ask('postgres', `grant all on database ${database} to guest`);
      const url = primary.url(database, { user: 'guest', password: 'hidden' });
      const clients = [new Client({ connectionString: url }), new Client({ connectionString: url })];
      for (const client of clients) await client.connect();
      const error = await refused({ url });
      expect(error).toMatchObject({ code: 'unreachable' });
      expect(error.message).toContain('has no connection left (too many connections for database');
      for (const client of clients) await client.end();
    });

    it('is named when nothing may be made in it', async () => {
      const database = await newDatabase();
      await primary.ask('postgres', `create role stranger login password 'hidden'`);
      const error = await refused({ url: primary.url(database, { user: 'stranger', password: 'hidden' }) });
      expect(error).toMatchObject({ code: 'unwritable' });
      expect(error.message).toContain('does not let stranger do that (permission denied for schema public)');
    });

    it('is named when it can only be read', async () => {
      const database = await newDatabase();
      await pair.replayed();
      const error = await refused({ url: pair.replica.url(database) });
      expect(error).toMatchObject({ code: 'unwritable' });
      expect(error.message).toContain('must lead to the primary');
    });

    it('is named when the database is in another encoding', async () => {
      const database = await newDatabase(`encoding LATIN1 locale 'C' template template0`);
      const error = await refused({ url: primary.url(database) });
      expect(error).toMatchObject({ code: 'incompatible' });
      expect(error.message).toContain('is in LATIN1: make one in UTF-8');
    });

    it.each([
      'create table recipe (title text)',
      'create table release (title text)',
      'create view recipe as select 1 as title',
    ])('is left as it is when another program did there: %s', async (statement) => {
      const database = await newDatabase();
      await primary.ask(database, statement);
      const error = await refused({ url: primary.url(database) });
      expect(error).toMatchObject({ code: 'incompatible' });
      expect(error.message).toMatch(/belongs to another program: .*; it is left as it is\.$/);
      const tables = await primary.ask(
        database,
        `select relname from pg_class where relnamespace = 'public'::regnamespace`,
      );
      expect(tables).toHaveLength(1);
    });

    it('is left to the newer build that wrote it', async () => {
      const { store, database } = await loaded();
      await store.close();
      await primary.ask(database, 'update release set layout = 99');
      expect((await refused({ url: primary.url(database) })).message).toMatch(
        /was written by a newer build \(layout 99, this one knows \d+\)/,
      );
    });

    it.each(['mysql://somebody:hidden@host/ledger', 'postgres://somebody:hidden@host:port/ledger', 'hidden'])(
      'is not repeated when its address cannot be read',
      async (url) => {
        const opened = openStore({ url });
        await expect(opened).rejects.toMatchObject({ name: 'StoreError', code: 'unreachable' });
        await expect(opened).rejects.not.toThrow('hidden');
        await expect(opened).rejects.toThrow('cannot be read: write it as postgres://user:password@host:5432/database');
      },
    );
  });

  describe('with other writers', () => {
    it('shows others what one writes, and changes their revision', async () => {
      const { store, database } = await loaded();
      const other = await openStore({ url: primary.url(database) });
      const before = await other.state();
      expect(before).toEqual(await store.state());
      expect((await other.facets({})).total).toBe(records.events.length);
      await store.removeDataset('curated');
      expect((await store.state()).datasets).toEqual([]);
      expect((await other.state('now')).revision).not.toBe(before.revision);
      expect((await other.facets({})).total).toBe(0);
      await store.close();
      await other.close();
    });

    it('makes its tables once, whoever comes first', async () => {
      const url = primary.url(await newDatabase());
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ url, busyTimeout: 30_000 })));
      await Promise.all(stores.map((store, n) => load(store, String(n))));
      const [one, two, three] = await Promise.all(stores.map((store) => store.state('now')));
      expect(two).toEqual(one);
      expect(three).toEqual(one);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('says that another process is writing, after waiting for it', async () => {
      const { store, database } = await loaded();
      const other = await openStore({ url: primary.url(database), busyTimeout: 50 });
      const busy: unknown[] = [];
      const slow = async function* (): AsyncGenerator<LedgerItem> {
        yield* itemsOf(more);
        busy.push(await load(other, 'three').catch((error: unknown) => error));
      };
      await store.replaceDataset('curated', 'two', slow());
      expect(busy).toMatchObject([
        {
          name: 'StoreError',
          code: 'busy',
          message: expect.stringMatching(/is being written by another process: try again/) as string,
        },
      ]);
      await load(other, 'three');
      expect((await store.state('now')).datasets).toMatchObject([{ digest: 'three' }]);
      await store.close();
      await other.close();
    });
  });

  describe('that fails meanwhile', () => {
    it('leaves the ledger as it was when it crashes during a load, and takes the next', async () => {
      const { store } = await loaded();
      const before = await answersOf(store);
      const crashing = async function* (): AsyncGenerator<LedgerItem> {
        let count = 0;
        for (const item of itemsOf(more)) {
          yield item;
          count += 1;
          if (count === 60) await primary.kill();
        }
      };
      await expect(store.replaceDataset('curated', 'two', crashing())).rejects.toMatchObject({
        name: 'StoreError',
        code: 'unreachable',
        message: expect.stringMatching(/^[^\n]*: (try again once it runs|start it)[^\n]*$/) as string,
      });
      await expect(store.state('now')).rejects.toMatchObject({ name: 'StoreError', code: 'unreachable' });
      await expect(store.events({}, '-date', { limit: 9 })).rejects.toMatchObject({ code: 'unreachable' });
      await primary.start();
      expect(await answersOf(store)).toEqual(before);
      await load(store, 'two', more);
      expect((await store.state()).datasets).toMatchObject([{ digest: 'two', events: more.events.length }]);
      await store.close();
    });

    it('is asked again by reads whose connections it cut', async () => {
      const { store, database } = await loaded({ applicationName: 'cut off' });
      const before = await answersOf(store);
      for (let turn = 0; turn < 5; turn += 1) {
        const answers = Promise.all([answersOf(store), answersOf(store), store.coverage()]);
        await primary.ask(
          'postgres',
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut off' and datname = '${database}'`,
        );
        const [one, other] = await answers;
        expect(one).toEqual(before);
        expect(other).toEqual(before);
      }
      await store.close();
    });

    it('gives up a read that takes longer than it may', async () => {
      const { store, database } = await loaded({ readTimeout: 100 });
      const other = await intruder(database, 'lock table event in access exclusive mode');
      await expect(store.events({}, '-date', { limit: 9 })).rejects.toMatchObject({
        name: 'StoreError',
        code: 'timeout',
        message: expect.stringMatching(
          /took too long \(canceling statement due to statement timeout\): ask for less/,
        ) as string,
      });
      await other.leave();
      expect((await store.events({}, '-date', { limit: 9 })).items).toHaveLength(records.events.length);
      await store.close();
    });

    it('gives up a load that takes longer than it may', async () => {
      const { store, database } = await loaded({ loadTimeout: 100, busyTimeout: 10_000 });
      const before = await answersOf(store);
      const other = await intruder(database, 'lock table claim in access exclusive mode');
      await expect(load(store, 'two', more)).rejects.toMatchObject({ name: 'StoreError', code: 'timeout' });
      await other.leave();
      expect(await answersOf(store)).toEqual(before);
      await store.close();
    });

    it('leaves the ledger as it was when it cuts the connection under rows that were sent ahead', async () => {
      const { store, database } = await loaded({ busyTimeout: 30_000, applicationName: 'loading' });
      const before = await answersOf(store);
      const other = await intruder(database, 'lock table summary in access exclusive mode');
      const loading = store.replaceDataset('generated', 'one', generated(2_000));
      const failed = expect(loading).rejects.toMatchObject({
        name: 'StoreError',
        code: 'unreachable',
        message: expect.stringMatching(
          /^The server at [^\n]* ended the connection \([^\n]*\): try again once it runs\.$/,
        ) as string,
      });
      const waiting = `from pg_stat_activity where application_name = 'loading' and wait_event_type = 'Lock' and query like 'copy %'`;
      while ((await primary.ask(database, `select pid ${waiting}`)).length === 0) await setTimeout(20);
      await primary.ask(database, `select pg_terminate_backend(pid) ${waiting}`);
      await failed;
      await other.leave();
      expect(await answersOf(store)).toEqual(before);
      await store.replaceDataset('generated', 'one', generated(2_000));
      expect((await store.state('now')).datasets).toMatchObject([
        { id: 'curated' },
        { id: 'generated', events: 2_000 },
      ]);
      await store.close();
    });

    it('says so when all connections are in use', async () => {
      const { store, database } = await loaded({ connections: 1, connectTimeout: 1_000 });
      const other = await intruder(database, 'lock table event in access exclusive mode');
      const waiting = store.events({}, '-date', { limit: 9 });
      await expect(store.coverage()).rejects.toMatchObject({ name: 'StoreError', code: 'busy' });
      await other.leave();
      expect((await waiting).items).toHaveLength(records.events.length);
      await store.close();
    });

    it('is read again once its replica is back, and written meanwhile', async () => {
      const database = await newDatabase();
      const store = await openStore({ url: primary.url(database), readUrl: pair.replica.url(database) });
      await load(store, 'one');
      await pair.replayed();
      expect((await store.state('now')).datasets).toMatchObject([{ digest: 'one' }]);
      await pair.replica.stop();
      await expect(store.event(PALACE)).rejects.toMatchObject({ name: 'StoreError', code: 'unreachable' });
      await expect(store.state('now')).rejects.toThrow(
        `No PostgreSQL server answers at 127.0.0.1:${pair.replica.port}`,
      );
      await load(store, 'two', more);
      await pair.replica.start();
      await pair.replayed();
      expect((await store.state('now')).datasets).toMatchObject([{ digest: 'two' }]);
      expect((await store.events({}, '-date', { limit: 9 })).items).toHaveLength(more.events.length);
      await store.close();
    });

    it('is not taken for a replica that does not follow it', async () => {
      const database = await newDatabase();
      const elsewhere = await newDatabase();
      const opened = openStore({ url: primary.url(database), readUrl: primary.url(elsewhere), replayTimeout: 200 });
      await expect(opened).rejects.toMatchObject({
        name: 'StoreError',
        code: 'incompatible',
        message: expect.stringContaining('does not have the tables of this build') as string,
      });
    });
  });
});
