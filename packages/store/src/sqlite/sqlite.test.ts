import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceId } from '@counterclaim/domain';
import { generated } from '../../bench/generated.ts';
import { openStore, type Store, StoreError } from '../index.ts';
import { describeStore } from '../testing/conformance.ts';
import { acceptanceRecords, itemsOf } from '../testing/ledger.ts';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-store-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const newPath = (): string => join(folder, `${(files += 1)}`, 'ledger.sqlite');
const records = acceptanceRecords('kabul-2021-07-20');
const load = (store: Store, digest: string): Promise<unknown> =>
  store.replaceDataset('curated', digest, itemsOf(records));

/** A database file with records in it, closed. */
async function loadedFile(): Promise<string> {
  const path = newPath();
  const store = await openStore({ path });
  await load(store, 'one');
  await store.close();
  return path;
}

describeStore('SQLite in memory', () => openStore({ path: ':memory:' }));
describeStore(
  'SQLite in memory, looking through all pieces',
  () => openStore({ path: ':memory:', narrow: { page: 0, counts: 0 } }),
  0.5,
);
describeStore('SQLite in a file', () => openStore({ path: newPath() }), 0.1);

describe('a database file', () => {
  it('holds what was loaded when it is opened again', async () => {
    const path = await loadedFile();
    const store = await openStore({ path });
    expect((await store.state()).datasets[0]?.claims).toBe(records.claims.length);
    expect((await store.facets({})).total).toBe(records.events.length);
    await store.close();
  });

  it('shows others what one writes, and changes their revision', async () => {
    const path = await loadedFile();
    const [one, other] = [await openStore({ path }), await openStore({ path })];
    const before = await other.state();
    expect(before).toEqual(await one.state());
    expect((await other.facets({})).total).toBe(records.events.length);
    await one.removeDataset('curated');
    expect((await other.state()).revision).not.toBe(before.revision);
    expect(await other.state()).toEqual(await one.state());
    expect((await other.facets({})).total).toBe(0);
    await one.close();
    await other.close();
  });

  it('shows others what another process writes', async () => {
    const path = await loadedFile();
    const store = await openStore({ path });
    const before = await store.state();
    const statements = "update dataset set digest = 'of another process'";
    const code = `new (require('node:sqlite').DatabaseSync)(${JSON.stringify(path)}).exec(${JSON.stringify(statements)})`;
    expect(spawnSync(process.execPath, ['-e', code]).status).toBe(0);
    expect((await store.state()).revision).not.toBe(before.revision);
    await store.close();
  });

  it('writes for one after another', async () => {
    const path = newPath();
    const [one, other] = await Promise.all([openStore({ path }), openStore({ path })]);
    await Promise.all([load(one, 'one'), one.removeDataset('nothing'), load(one, 'two')]);
    await load(other, 'three');
    expect((await one.state()).datasets).toMatchObject([{ digest: 'three' }]);
    await one.close();
    await other.close();
  });

  it('holds no row that refers to nothing, whatever was loaded and removed', async () => {
    const path = newPath();
    const store = await openStore({ path });
    const fewer = { ...records, claims: records.claims.slice(1) };
    const steps = [
      () => load(store, 'one'),
      () => store.replaceDataset('generated', 'one', generated(80)),
      () => store.replaceDataset('curated', 'two', itemsOf(fewer)),
      () => store.replaceDataset('generated', 'two', generated(40)),
      () => store.removeDataset('generated'),
    ];
    for (const step of steps) {
      await step();
      const database = new DatabaseSync(path, { readOnly: true });
      expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
      database.close();
    }
    await store.close();
  });

  it('takes a first release for a later one where another process brought the first meanwhile', async () => {
    const path = newPath();
    const [one, other] = [await openStore({ path }), await openStore({ path })];
    await Promise.all([load(one, 'one'), load(other, 'two')]);
    const { datasets } = await one.state();
    expect(datasets).toMatchObject([{ id: 'curated', events: records.events.length }]);
    expect(['one', 'two']).toContain(datasets[0]?.digest);
    await one.close();
    await other.close();
  });

  it('names the one of many rows that was there', async () => {
    const store = await openStore({ path: newPath() });
    const all = [...generated(100)];
    const again = all.find(({ type, value }) => type === 'event' && 'id' in value && value.id === 'event-77');
    if (again === undefined) throw new TypeError('nothing');
    await expect(store.replaceDataset('generated', 'one', [...all, again])).rejects.toThrow(
      'event event-77 is given twice',
    );
    expect((await store.state()).datasets).toEqual([]);
    await store.close();
  });

  it('says that another process is writing, after waiting for it', async () => {
    const path = await loadedFile();
    const store = await openStore({ path, busyTimeout: 20 });
    const writer = new DatabaseSync(path);
    writer.exec('begin immediate');
    await expect(load(store, 'two')).rejects.toMatchObject({
      code: 'busy',
      message: `The database ${path} is being written by another process: try again when it is done.`,
    });
    expect((await store.state()).datasets).toMatchObject([{ digest: 'one' }]);
    writer.exec('rollback');
    await load(store, 'two');
    writer.close();
    await store.close();
  });

  it('derives anew what a build with other rules derived', async () => {
    const path = await loadedFile();
    const database = new DatabaseSync(path);
    database.exec(
      `update release set derivation = 'of other rules'; update summary set json = '{}'; delete from piece_question`,
    );
    database.close();
    const store = await openStore({ path });
    const { items } = await store.events({ question: ['casualties:killed:all'] }, '-date', { limit: 1 });
    expect(items[0]?.id).toBe('2021-07-20-kabul-palace-rockets');
    await store.close();
  });

  it('has each index again after a load that built some at its end', async () => {
    const path = newPath();
    const store = await openStore({ path });
    const database = new DatabaseSync(path, { readOnly: true });
    const indexes = () =>
      database.prepare("select name, sql from sqlite_schema where type = 'index' order by name").all();
    const before = indexes();
    await store.replaceDataset('generated', 'one', generated(1_000));
    expect(indexes()).toEqual(before);
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
    await store.close();
  });

  it('is brought to the layout of this build, and keeps what it holds', async () => {
    const [retracted, corrected] = records.claims;
    if (retracted === undefined || corrected === undefined) throw new TypeError('the fixture has changed');
    const date = '2026-01-01';
    const edited = {
      ...records,
      claims: records.claims.map((claim) =>
        claim === retracted
          ? { ...claim, retracted: { date, reason: 'It is not so.' } }
          : claim === corrected
            ? { ...claim, corrections: [{ date, field: 'hedge', was: null, now: null, reason: 'Misread.' }] }
            : claim,
      ),
    };
    const answersOf = async (store: Store) => ({
      state: await store.state(),
      events: await store.events({}, '-date', { limit: 100 }),
      bySource: await store.events({ source: [records.sources[0]?.id as SourceId] }, '-date', { limit: 100 }),
      claims: await store.claims({}, { limit: 100 }),
      changes: await store.changes({}, { limit: 100 }),
    });
    const path = newPath();
    const before = await openStore({ path });
    await before.replaceDataset('curated', 'one', itemsOf(edited));
    const answers = await answersOf(before);
    expect(answers.changes.items).toHaveLength(2);
    await before.close();
    const database = new DatabaseSync(path);
    for (const name of ['change_event', 'change', 'redirect', 'event_source']) database.exec(`drop table ${name}`);
    for (const name of ['actor', 'place', 'source', 'event', 'claim']) {
      database.exec(`drop index ${name}_edited; alter table ${name} drop column stands`);
      database.exec(`alter table ${name} drop column edited`);
    }
    database.exec(`
      create table assessment (event integer not null references event (key) on delete cascade, part integer not null,
        known_from real not null, known_until real not null, json text not null, primary key (event, part)) strict;
      drop table stale;
      alter table event add column stale integer not null default 0;
      create index event_stale on event (key) where stale = 1;
      drop index claim_source;
      create index claim_source on claim (source_id, id);
      alter table summary drop column known_from;
      alter table summary drop column known_until;
      alter table piece drop column stands;
      alter table dossier_source add column known real not null default 0;
      update release set layout = 1, derivation = 'of the first layout'`);
    database.close();
    const after = await openStore({ path });
    expect(await answersOf(after)).toEqual(answers);
    await after.close();
  });
});

describe('a database file that cannot serve', () => {
  const refused = async (path: string): Promise<StoreError> => {
    const error: unknown = await openStore({ path }).then(
      (store) => store.close(),
      (reason: unknown) => reason,
    );
    if (!(error instanceof StoreError)) throw new TypeError(`opened, or failed with ${String(error)}`);
    expect(error.message).not.toContain('\n');
    expect(error.message).toContain(path);
    return error;
  };

  it('is left as it is when it is no database', async () => {
    const path = join(folder, 'notes.txt');
    const text = 'These are notes, and not a database. '.repeat(40);
    writeFileSync(path, text);
    expect(await refused(path)).toMatchObject({ code: 'damaged' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it.each([
    ['its header', 16, 100],
    ['its schema', 100, 4_096],
  ])('is left as it is when %s is damaged', async (_what, from, to) => {
    const path = await loadedFile();
    const bytes = readFileSync(path);
    bytes.fill(0xab, from, to);
    writeFileSync(path, bytes);
    expect(await refused(path)).toMatchObject({ code: 'damaged' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('says so when damage shows later', async () => {
    const path = await loadedFile();
    const bytes = readFileSync(path);
    bytes.fill(0xab, 5 * 4_096);
    writeFileSync(path, bytes);
    const failure = await openStore({ path }).then(
      (store) =>
        store
          .facets({})
          .then(() => store.event('2021-07-20-kabul-palace-rockets' as never))
          .then(() => store.sources({}, { limit: 100 }))
          .catch((error: unknown) => error)
          .finally(() => store.close()),
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ name: 'StoreError', code: 'damaged' });
  });

  it('is left as it is when another program made it', async () => {
    const path = join(folder, 'other.sqlite');
    const other = new DatabaseSync(path);
    other.exec('create table recipe (title text)');
    other.close();
    const bytes = readFileSync(path);
    expect((await refused(path)).message).toBe(
      `The database ${path} belongs to another program: choose another path; it is left as it is.`,
    );
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('is left to the newer build that wrote it', async () => {
    const path = await loadedFile();
    const database = new DatabaseSync(path);
    database.exec('update release set layout = 99');
    database.close();
    expect((await refused(path)).message).toMatch(/was written by a newer build \(layout 99, this one knows \d+\)/);
  });

  it('is named when its folder is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refused(join(file, 'ledger.sqlite'))).toMatchObject({ code: 'unwritable' });
    expect(await refused(folder)).toMatchObject({ code: 'unwritable' });
  });

  it('is named when it may not be written', async () => {
    expect(await refused('/proc/ledger.sqlite')).toMatchObject({ code: 'unwritable' });
  });
});
