import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../index.ts';
import { acceptanceRecords, CASES, itemsOf } from '../testing/ledger.ts';
import { QueryThread } from './query-thread.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-thread-'));
  path = join(folder, 'ledger.sqlite');
  const store = await openStore({ path });
  await store.replaceDataset('curated', 'one', itemsOf(acceptanceRecords(...CASES)));
  await store.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const moduleOf = (code: string): URL => {
  const file = join(folder, `${code.length}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return pathToFileURL(file);
};

describe('QueryThread', () => {
  it('answers as the store does, several questions at once', async () => {
    const store = await openStore({ path });
    const thread = new QueryThread(path);
    const filter = { q: 'rockets' };
    expect(
      await Promise.all([
        thread.ask('events', filter, '-date', { limit: 2 }),
        thread.ask('claims', { asOf: Date.parse('2021-07-21') }, { limit: 5 }),
        thread.ask('facets', filter),
      ]),
    ).toEqual([
      await store.events(filter, '-date', { limit: 2 }),
      await store.claims({ asOf: Date.parse('2021-07-21') }, { limit: 5 }),
      await store.facets(filter),
    ]);
    await thread.close();
    await store.close();
  });

  it('passes an error of the database on, and answers the next question', async () => {
    const thread = new QueryThread(path);
    const wrong = thread.ask('events', {}, 'nonsense' as '-date', { limit: 2 });
    await expect(wrong).rejects.toMatchObject({ name: 'StoreError', code: 'worker' });
    expect((await thread.ask('facets', {})).total).toBeGreaterThan(0);
    await thread.close();
  });

  it('fails in one line when there is no database', async () => {
    const thread = new QueryThread(join(folder, 'nowhere.sqlite'));
    await expect(thread.ask('facets', {})).rejects.toMatchObject({ name: 'StoreError', code: 'worker' });
    await thread.close();
  });

  it.each([
    ['throws when it starts', `throw new Error('no start')`, /no start/],
    ['ends without an answer', `parentPort.on('message', () => process.exit(3))`, /ended with code 3/],
    ['throws when it is asked', `parentPort.on('message', () => { throw new Error('no answer') })`, /no answer/],
    ['cannot be found', undefined, /failed/],
  ])('is an error, not a wait, for a thread that %s', async (_what, code, message) => {
    const module = code === undefined ? new URL('nothing.mjs', pathToFileURL(`${folder}/`)) : moduleOf(code);
    const thread = new QueryThread(path, { module });
    const [one, other] = [thread.ask('facets', {}), thread.ask('claims', {}, { limit: 1 })];
    await expect(one).rejects.toMatchObject({ code: 'worker', message: expect.stringMatching(message) as string });
    await expect(other).rejects.toMatchObject({ code: 'worker' });
    await thread.close();
  });

  it('gives up on a thread that takes too long, and starts another', async () => {
    const module = moduleOf(`let first = true;
      parentPort.on('message', ({ number, query }) => {
        if (query === 'facets') for (;;);
        parentPort.postMessage({ number, answer: 'here' });
      })`);
    const thread = new QueryThread(path, { module, patience: 400 });
    await expect(thread.ask('facets', {})).rejects.toMatchObject({
      code: 'worker',
      message: 'facets took longer than 0.4 seconds: ask for less, with a narrower filter, and try again.',
    });
    expect(await thread.ask('claims', {}, { limit: 1 })).toBe('here');
    await thread.close();
  });

  it('answers nothing once it is closed', async () => {
    const thread = new QueryThread(path);
    const asked = thread.ask('facets', {});
    const refused = expect(asked).rejects.toThrow('The store was closed before the answer.');
    await thread.close();
    await refused;
    await expect(thread.ask('facets', {})).rejects.toThrow('The store is closed');
  });
});
