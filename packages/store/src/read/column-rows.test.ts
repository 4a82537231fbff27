import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnRows, ColumnTable } from '../column-source.ts';
import { openColumnSource, openStore } from '../index.ts';
import { acceptanceRecords, CASES, itemsOf } from '../testing/ledger.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-rows-'));
  path = join(folder, 'ledger.sqlite');
  const store = await openStore({ path });
  await store.replaceDataset('curated', 'one', itemsOf(acceptanceRecords(...CASES)));
  await store.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a source of columns', () => {
  it('hands out every row of one state, each in its order', async () => {
    const records = acceptanceRecords(...CASES);
    const source = await openColumnSource({ path });
    const rows = new Map<ColumnTable, object[]>();
    const read = await source.read((some: ColumnRows) => {
      rows.set(some.table, [...(rows.get(some.table) ?? []), ...some.rows]);
    });
    const store = await openStore({ path });
    expect(read).toEqual({ revision: (await store.state()).revision, version: await source.version() });
    expect(rows.get('actor')?.length).toBe(records.actors.length);
    expect(rows.get('source')).toContainEqual(
      expect.objectContaining({ id: records.sources[0]?.id, label: records.sources[0]?.title }),
    );
    expect(rows.get('claim')?.length).toBe((await store.state()).datasets[0]?.claims);
    const pieces = rows.get('piece') as { event: number; part: number }[];
    expect(new Set(pieces.map(({ event }) => event)).size).toBe(records.events.length);
    expect(pieces).toEqual([...pieces].sort((a, b) => a.event - b.event || a.part - b.part));
    await store.close();
    await source.close();
  });

  it('finds events and claims with a word, in the order of their keys', async () => {
    const store = await openStore({ path });
    const source = await openColumnSource({ path });
    const { total } = await store.facets({ q: 'rockets' });
    const found = await source.eventsWith('rockets', 'anywhere');
    expect(found.length).toBe(total);
    expect(found).toEqual(found.toSorted());
    expect((await source.eventsWith('rockets', 'identity')).length).toBeLessThan(total);
    expect((await source.claimsWith('rockets')).length).toBeGreaterThan(total);
    expect(await source.eventsWith('atlantis', 'anywhere')).toEqual(new Float64Array());
    const common = await source.commonWords(1, 5);
    expect(common.length).toBe(5);
    const counts = await Promise.all(common.map(async (word) => (await source.eventsWith(word, 'anywhere')).length));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    await store.close();
    await source.close();
  });

  it('tells that something was written, and what ends a reading', async () => {
    const store = await openStore({ path });
    const source = await openColumnSource({ path });
    const before = await source.version();
    expect(await source.version()).toBe(before);
    await store.replaceDataset('other', 'two', []);
    expect(await source.version()).not.toBe(before);
    await expect(
      source.read(() => {
        throw new RangeError('enough');
      }),
    ).rejects.toThrow('enough');
    await store.close();
    await source.close();
  });

  it('refuses a database that is not there', async () => {
    await expect(openColumnSource({ path: join(folder, 'nowhere.sqlite') })).rejects.toThrow('nowhere.sqlite');
  });
});
