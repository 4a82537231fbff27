import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { UCDP_GED } from '@counterclaim/interchange';
import { openStore, type Store } from '@counterclaim/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gedFile, gedRow } from '../../../../../packages/interchange/test/ged-rows.ts';
import { call } from '../../testing/call.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { fileDigest } from './input/file-digest.ts';
import { inputFiles } from './input/input-file.ts';
import { releaseItems } from './release-items.ts';

const rows = (count: number, best: number) =>
  Array.from({ length: count }, (_, id) => gedRow({ id: id + 1, best, deaths_civilians: best - 2, high: best + 3 }));

describe('an import', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  beforeEach(() => {
    vi.stubEnv('COUNTERCLAIM_DATA', at('data'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  /** Imports in this process, with a report of its own. */
  let reports = 0;
  const run = (file: string, ...words: string[]) =>
    call('import', 'ucdp-ged', file, '--report', at(`report-${(reports += 1)}.jsonl`), ...words);
  const write = (name: string, count: number, best: number): string => {
    writeFileSync(at(name), gedFile(rows(count, best)));
    return at(name);
  };

  describe('that is killed', () => {
    const spawned = (file: string): ChildProcess =>
      spawn(process.execPath, [fileURLToPath(new URL('../../main.ts', import.meta.url)), 'import', 'ucdp-ged', file], {
        cwd: folder.path,
        stdio: 'ignore',
        env: process.env,
      });

    /** What the store answers: the dataset, and of some events what its claims say. */
    async function answers(store: Store) {
      const { datasets } = await store.state();
      const { items } = await store.events({}, '-killed', { limit: 100 });
      return { datasets, items };
    }

    it('leaves the ledger as it was, wherever it was killed and whoever serves it meanwhile; the next one succeeds', async () => {
      await run(write('GEDEvent_v22_1.csv', 40, 5));
      const newer = write('GEDEvent_v23_1.csv', 900, 6);
      // Another process has the ledger open all the while, as a server does.
      const serving = await openStore({ path: at('data/ledger.sqlite') });
      try {
        const before = await answers(serving);
        const started = performance.now();
        const whole = spawned(newer);
        await once(whole, 'close');
        const took = performance.now() - started;
        expect(whole.exitCode).toBe(0);
        const after = await answers(serving);
        expect(after.datasets).toMatchObject([{ events: 900 }]);
        expect((await run(at('GEDEvent_v22_1.csv'))).code).toBe(0);
        expect(await answers(serving)).toEqual(before);
        const last = 5;
        for (let round = 1; round <= last; round += 1) {
          const child = spawned(newer);
          const closed = once(child, 'close');
          // Later rounds are killed later, somewhere in their share of the time that a whole one takes.
          await Promise.race([closed, setTimeout(took * (0.3 + (0.7 * (round - Math.random())) / last))]);
          child.kill('SIGKILL');
          await closed;
          const left = await answers(serving);
          // One that was done before it could be killed is whole.
          expect([before, after]).toContainEqual(left);
          if (left.datasets[0]?.events === 900) break;
        }
        expect((await run(newer)).code).toBe(0);
        expect(await answers(serving)).toEqual(after);
      } finally {
        await serving.close();
      }
      // Reports alone are beside the files: of a killed one, whole or not at all. Hidden names are nobody's.
      const beside = readdirSync(folder.path).filter((name) => !/^(?:GEDEvent_v2[23]_1\.csv|data|\..*)$/.test(name));
      expect(beside.filter((name) => !/^(?:report|counterclaim-import)-.+\.jsonl$/.test(name))).toEqual([]);
      for (const name of beside) expect(readFileSync(at(name), 'utf8').endsWith('}\n')).toBe(true);
    }, 300_000);
  });

  describe('while another process writes', () => {
    it('waits and says so, then goes on or gives up in one line', async () => {
      await run(write('GEDEvent_v22_1.csv', 1, 5));
      const other = new DatabaseSync(at('data/ledger.sqlite'));
      other.exec('begin immediate');
      const newer = write('GEDEvent_v23_1.csv', 2, 5);
      const refused = await run(newer, '--wait', '2');
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toMatch(
        /^another process writes to the ledger: waiting until it is done\nThe database .+ is being written by another process: try again when it is done\.\nnothing was kept\n$/,
      );
      const waiting = run(newer);
      await setTimeout(100);
      other.exec('rollback');
      other.close();
      expect((await waiting).code).toBe(0);
    });
  });

  it('refuses a ledger that cannot be made', async () => {
    vi.stubEnv('COUNTERCLAIM_DATA', join(write('GEDEvent_v23_1.csv', 1, 5), 'data'));
    const { code, err } = await run(at('GEDEvent_v23_1.csv'));
    expect(code).toBe(2);
    expect(err).toMatch(/^The folder of the database .+ cannot be made \(ENOTDIR\): .+\nnothing was kept\n$/);
  });

  it('keeps nothing of a file that is written to meanwhile', async () => {
    const [file] = inputFiles([write('table.csv', 20, 5)]);
    if (file === undefined) throw new Error('no file');
    const digested = { ...file, digest: await fileDigest(file) };
    const release = { ...UCDP_GED.release, version: '1', published: '2023' };
    let read = 0;
    const items = releaseItems({
      codec: UCDP_GED,
      release,
      files: [digested],
      strict: false,
      onRow: () => {
        read += 1;
        if (read === 3) appendFileSync(file.path, 'more');
      },
      onProblem: () => undefined,
      onEnd: () => undefined,
    });
    const readAll = async (): Promise<void> => {
      for await (const item of items) void item;
    };
    await expect(readAll()).rejects.toThrow(`${file.path} was changed while it was read`);
  });
});
