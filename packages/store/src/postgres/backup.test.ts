import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../index.ts';
import { answersOf, loadSmall } from '../testing/small-ledger.ts';
import { PostgresPair, postgresPrograms } from '../testing/postgres-server.ts';

const programs = postgresPrograms();
const run = promisify(execFile);

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
      await loadSmall(store, which);
      const answers = await answersOf(store);
      served.set(answers.state.revision, answers);
    }
    const enough = new AbortController();
    const writing = (async () => {
      for (let loads = 0; !enough.signal.aborted; loads += 1) await loadSmall(store, loads % 2 === 0 ? 'fewer' : 'all');
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
    await loadSmall(restored, 'fewer');
    await loadSmall(restored, 'all');
    expect(served.get((await restored.state()).revision)).toEqual(await answersOf(restored));
    await restored.close();
  });
});
