import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore, type Store } from '../index.ts';
import { acceptanceRecords, itemsOf } from '../testing/ledger.ts';
import { EventSpool } from './event-spool.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-spool-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('EventSpool', () => {
  it('leaves no name in its folder', () => {
    const spool = new EventSpool(folder);
    expect(readdirSync(folder)).toEqual([]);
    spool.close();
  });

  it('names a folder that is not there', () => {
    const nowhere = join(folder, 'nowhere');
    expect(() => new EventSpool(nowhere)).toThrow(
      expect.objectContaining({
        name: 'StoreError',
        code: 'unwritable',
        message: `The folder ${nowhere} takes no file (ENOENT): a load needs room there for what it loads; give it room and let this process write there, and try again.`,
      }),
    );
  });
});

describe('a load without a folder for temporary files', () => {
  const load = (store: Store): Promise<unknown> =>
    store.replaceDataset('curated', 'one', itemsOf(acceptanceRecords('kabul-2021-07-20')));

  it('names it and the remedy, and keeps nothing', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const store = await openStore({ path: ':memory:' });
    vi.stubEnv('TMPDIR', file);
    try {
      await expect(load(store)).rejects.toMatchObject({
        name: 'StoreError',
        code: 'unwritable',
        message: `The folder ${file} takes no file (ENOTDIR): a load needs room there for what it loads; give it room and let this process write there, or set TMPDIR to another folder, and try again.`,
      });
    } finally {
      vi.unstubAllEnvs();
    }
    expect((await store.state()).datasets).toEqual([]);
    await load(store);
    await store.close();
  });
});
