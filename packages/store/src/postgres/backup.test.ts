import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../index.ts';
import { acceptanceRecords, itemsOf } from '../testing/ledger.ts';
import { PostgresPair, postgresPrograms } from '../testing/postgres-server.ts';

const programs = postgresPrograms();
const run = promisify(execFile);

const records = acceptanceRecords('kabul-2021-07-20');
const fewer = { ...records, claims: records.claims.slice(0, -1) };

const load = (store: Store, which: 'all' | 'fewer'): Promise<unknown> =>
  store.replaceDataset('curated', which, itemsOf(which === 'all' ? records : fewer));

/** Everything that a reader may ask of so small a store. */
const answersOf = async (store: Store) => ({
  state: await store.state(),
  events: await store.events({}, '-date', { limit: 100 }),
  found: await store.events({ q: 'rockets' }, '-killed', { limit: 100 }),
  claims: await store.claims({}, { limit: 100 }),
  facets: await store.facets({}),
  event: await store.event('2021-07-20-kabul-palace-rockets' as never),
});

/* As docs/operations.md says to do it. */
describe.skipIf(programs === undefined)('a dump of a database that is served and written', () => {
  let pair: PostgresPair;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counterclaim-dump-'));
    pair = await PostgresPair.start(programs ?? '');
    for (const name of ['ledger', 'ledger_restored']) await pair.primary.ask('postgres', `create database ${name}`);
  });
  afterAll(async () => {
    await pair.stop();
    rmSync(folder, { recursive: true });
  });

  it('is of one moment, and serves what was served then', async () => {
    const url = pair.primary.url('ledger');
    const store = await openStore({ url });
    const served = new Map<string, unknown>();
    for (const which of ['fewer', 'all'] as const) {
      await load(store, which);
      const answers = await answersOf(store);
      served.set(answers.state.revision, answers);
    }
    const enough = new AbortController();
    const writing = (async () => {
      for (let loads = 0; !enough.signal.aborted; loads += 1) await load(store, loads % 2 === 0 ? 'fewer' : 'all');
    })();
    const dump = join(folder, 'ledger.dump');
    await run(join(programs ?? '', 'pg_dump'), ['--format=custom', `--file=${dump}`, url]);
    enough.abort();
    await writing;
    await store.close();

    const restoredUrl = pair.primary.url('ledger_restored');
    const options = ['--exit-on-error', '--no-owner', `--dbname=${restoredUrl}`, dump];
    await run(join(programs ?? '', 'pg_restore'), options);
    const restored = await openStore({ url: restoredUrl });
    const answers = await answersOf(restored);
    expect([...served.keys()]).toContain(answers.state.revision);
    expect(answers).toEqual(served.get(answers.state.revision));
    // And it can be written again.
    await load(restored, 'fewer');
    await load(restored, 'all');
    expect(served.get((await restored.state()).revision)).toEqual(await answersOf(restored));
    await restored.close();
  });
});
