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

/** An event with a claim, and the document of the claim. */
function someRecords() {
  const { events, claims, sources } = acceptanceRecords('kabul-2021-07-20');
  const [event] = events;
  const [first] = claims;
  const source = sources.find(({ id }) => id === first?.source);
  if (event === undefined || first === undefined || source === undefined) throw new TypeError('no records');
  return { event, first, source };
}

describe('EventSpool', () => {
  it('leaves no name in its folder', () => {
    const spool = new EventSpool(folder);
    expect(readdirSync(folder)).toEqual([]);
    spool.close();
  });

  it('gives back what was added, however many claims an event has and however long they are', () => {
    const { event, first, source } = someRecords();
    const claims = Array.from({ length: 40 }, (_, index) => ({
      ...first,
      id: `${source.id}/claim-${index}` as typeof first.id,
      about: [event.id],
      paraphrase: 'کابل '.repeat(index === 20 ? 500_000 : 10),
      relations: index === 0 ? {} : { partOf: `${source.id}/claim-${(index * 7) % 40}` as typeof first.id },
    }));
    const items = [
      { type: 'source', value: source } as const,
      { type: 'event', value: event } as const,
      ...claims.map((value) => ({ type: 'claim', value }) as const),
    ];
    const spool = new EventSpool(folder);
    expect(items.map((item) => spool.add(item))).not.toContain(false);
    expect(spool.end()).toBe(true);
    expect([...spool.items()]).toEqual(items);
    const groups = [...spool.groups()];
    expect(groups.map(({ group }) => group.claims.map(({ value }) => value))).toEqual([claims]);
    expect(groups[0]?.group.claims.map(({ json }) => json)).toEqual(claims.map((claim) => JSON.stringify(claim)));
    spool.close();
  });

  it('does not keep apart an event whose claims name those of another', () => {
    const { event, first, source } = someRecords();
    const spool = new EventSpool(folder);
    spool.add({ type: 'source', value: source });
    spool.add({ type: 'event', value: event });
    const elsewhere = `${source.id}/elsewhere` as typeof first.id;
    spool.add({ type: 'claim', value: { ...first, about: [event.id], relations: { partOf: elsewhere } } });
    expect(spool.end()).toBe(false);
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
