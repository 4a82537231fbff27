import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../index.ts';
import { answersOf, loadSmall } from '../testing/small-ledger.ts';
import { backUpFile } from './backup.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-backup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function answersAt(path: string): Promise<Awaited<ReturnType<typeof answersOf>>> {
  const store = await openStore({ path });
  try {
    return await answersOf(store);
  } finally {
    await store.close();
  }
}

const healthOf = (path: string): unknown => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare('pragma integrity_check').get();
  } finally {
    database.close();
  }
};

describe('a copy of a database', () => {
  it('that is written meanwhile is of one moment, and serves what was served then', async () => {
    const path = join(folder, 'ledger.sqlite');
    const store = await openStore({ path });
    const served = new Map<string, unknown>();
    for (const which of ['fewer', 'all'] as const) {
      await loadSmall(store, which);
      const answers = await answersOf(store);
      served.set(answers.state.revision, answers);
    }
    const enough = new AbortController();
    let loads = 0;
    const writing = (async () => {
      while (!enough.signal.aborted) {
        await loadSmall(store, loads % 2 === 0 ? 'fewer' : 'all');
        loads += 1;
      }
    })();
    const copies: string[] = [];
    while (copies.length < 3 || loads < 2) {
      const to = join(folder, `copy-${copies.length}.sqlite`);
      const { revision, bytes } = await backUpFile(path, to);
      expect([...served.keys()]).toContain(revision);
      expect(bytes).toBe(readFileSync(to).byteLength);
      copies.push(to);
    }
    enough.abort();
    await writing;
    await store.close();

    for (const copy of copies) {
      expect(healthOf(copy)).toEqual({ integrity_check: 'ok' });
      // Put back: the copy takes the place of a file that is gone, and needs no other beside it.
      const restored = join(folder, 'restored.sqlite');
      copyFileSync(copy, restored);
      const answers = await answersAt(restored);
      expect(answers).toEqual(served.get(answers.state.revision));
      rmSync(restored);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('copy-'))).toHaveLength(copies.length);
  });

  it('has what was committed, and not what another is still writing', async () => {
    const path = join(folder, 'ledger.sqlite');
    const store = await openStore({ path });
    await loadSmall(store, 'all');
    const { revision } = await store.state();
    const writer = new DatabaseSync(path);
    writer.exec(`begin immediate; update dataset set digest = 'half'; delete from piece`);
    const to = join(folder, 'copy.sqlite');
    expect((await backUpFile(path, to)).revision).toBe(revision);
    writer.exec('rollback');
    writer.close();
    expect(await answersAt(to)).toEqual(await answersOf(store));
    await store.close();
  });

  it('can be loaded into again', async () => {
    const path = join(folder, 'ledger.sqlite');
    const store = await openStore({ path });
    await loadSmall(store, 'all');
    const expected = await answersOf(store);
    await loadSmall(store, 'fewer');
    const to = join(folder, 'copy.sqlite');
    await backUpFile(path, to);
    await store.close();
    const restored = await openStore({ path: to });
    await loadSmall(restored, 'all');
    expect(await answersOf(restored)).toEqual(expected);
    await restored.close();
  });
});

describe('no copy is made, and nothing is left', () => {
  const left = (): string[] => readdirSync(folder).filter((name) => !name.startsWith('ledger.sqlite'));

  async function loaded(): Promise<string> {
    const path = join(folder, 'ledger.sqlite');
    const store = await openStore({ path });
    await loadSmall(store, 'all');
    await store.close();
    return path;
  }

  it('where something is already', async () => {
    const path = await loaded();
    const to = join(folder, 'kept');
    writeFileSync(to, 'somebody needs this');
    await expect(backUpFile(path, to)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(to) as string,
    });
    expect(readFileSync(to, 'utf8')).toBe('somebody needs this');
  });

  it('of a database that is not there', async () => {
    const path = join(folder, 'nowhere.sqlite');
    await expect(backUpFile(path, join(folder, 'copy'))).rejects.toMatchObject({ name: 'StoreError' });
    expect(existsSync(path)).toBe(false);
    expect(left()).toEqual([]);
  });

  it('into a folder that is none', async () => {
    const path = await loaded();
    await expect(backUpFile(path, join(folder, 'none', 'copy'))).rejects.toMatchObject({ code: 'unwritable' });
    expect(left()).toEqual([]);
  });

  it('of a database that is damaged', async () => {
    const path = await loaded();
    const bytes = readFileSync(path);
    bytes.fill(0xab, 5 * 4_096, 40 * 4_096);
    writeFileSync(path, bytes);
    await expect(backUpFile(path, join(folder, 'copy'))).rejects.toMatchObject({ code: 'damaged' });
    expect(left()).toEqual([]);
  });

  it('of what another program made', async () => {
    const path = join(folder, 'ledger.sqlite');
    const other = new DatabaseSync(path);
    other.exec('create table recipe (title text)');
    other.close();
    await expect(backUpFile(path, join(folder, 'copy'))).rejects.toMatchObject({ code: 'incompatible' });
    expect(left()).toEqual([]);
  });
});
