import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LedgerItem } from '@counterclaim/domain';
import {
  EVENT_SORTS,
  openColumnSource,
  openStore,
  type PageRequest,
  type Position,
  type Store,
} from '@counterclaim/store';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { filterArbitrary, ledgersArbitrary } from '../../test/generated-ledger.ts';
import { columnAnswersOf } from './column-answers.ts';
import { columnBytes, countedStore, type CountedStoreOptions } from './counted-store.ts';
import { HeldColumns } from './held-columns.ts';
import { WordSets } from './word-sets.ts';

const MIB = 2 ** 20;

let folder: string;
let path: string;
let store: Store;
let loads = 0;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-counts-'));
  path = join(folder, 'ledger.sqlite');
  store = await openStore({ path });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

type Ledgers = readonly (readonly [dataset: string, items: LedgerItem[]])[];
const sample = (): Ledgers => fc.sample(ledgersArbitrary, { numRuns: 1, seed: 4 })[0] ?? [];

async function load(to: Store, ledgers: Ledgers): Promise<void> {
  await to.removeDataset('other');
  for (const [dataset, items] of ledgers) await to.replaceDataset(dataset, String((loads += 1)), items);
}

const logger = () => ({ info: vi.fn(), error: vi.fn() });

const counted = (options: Partial<CountedStoreOptions> = {}) =>
  countedStore(store, { store: { path }, most: 64 * MIB, logger: logger(), small: 0, ...options });

const FILTERS = [{}, { q: 'rockets' }, { asOf: Date.parse('2021-01-01'), q: 'palace' }, { dataset: ['other'] }];

describe('facets from columns', () => {
  it('are those of the store, to the last count, as of any instant', async () => {
    const source = await openColumnSource({ path });
    await fc.assert(
      fc.asyncProperty(
        ledgersArbitrary,
        fc.array(filterArbitrary, { minLength: 40, maxLength: 40 }),
        async (ledgers, filters) => {
          await load(store, ledgers);
          const columns = await HeldColumns.fill(source, 64 * MIB);
          for (const filter of [{}, ...filters]) {
            expect(await columns.facets(filter), JSON.stringify(filter)).toEqual(await store.facets(filter));
          }
        },
      ),
      { numRuns: 6 },
    );
    await source.close();
  });

  it('come with lists that are those of the store, line for line, page after page', async () => {
    const source = await openColumnSource({ path });
    await fc.assert(
      fc.asyncProperty(
        ledgersArbitrary,
        fc.array(fc.tuple(filterArbitrary, fc.constantFrom(...EVENT_SORTS)), { minLength: 30, maxLength: 30 }),
        fc.integer({ min: 1, max: 3 }),
        async (ledgers, asked, limit) => {
          await load(store, ledgers);
          const columns = await HeldColumns.fill(source, 64 * MIB);
          for (const [filter, sort] of asked) {
            for (let after: Position | undefined, pages = 0; pages < 4; pages += 1) {
              const page: PageRequest = { limit, ...(after === undefined ? {} : { after }) };
              const expected = await store.events(filter, sort, page);
              const lines = await columns.lines(filter, sort, page);
              const what = JSON.stringify([filter, sort, page]);
              expect(await store.listed(lines?.slice(0, limit) ?? []), what).toEqual(expected.items);
              expect((lines?.length ?? 0) > limit, what).toBe(expected.next !== undefined);
              if (expected.next === undefined) break;
              expect(lines?.[limit - 1]?.key, what).toBe(expected.next.key);
              after = expected.next;
            }
          }
        },
      ),
      { numRuns: 10 },
    );
    await source.close();
  });

  it('are none once something was written', async () => {
    await load(store, sample());
    const source = await openColumnSource({ path });
    const columns = await HeldColumns.fill(source, 64 * MIB);
    expect(columns.revision).toBe((await store.state()).revision);
    await load(store, sample());
    expect(await columns.facets({})).toBeUndefined();
    await source.close();
  });
});

describe('a counted store', () => {
  it('answers from columns, and from those of the new state once another process has written', async () => {
    await load(store, sample());
    const { store: counts, columns, counted: revision, close } = counted();
    const own = vi.spyOn(store, 'facets');
    await vi.waitFor(async () => expect(revision()).toBe((await store.state()).revision), 60_000);
    const fromColumns = await Promise.all(FILTERS.map((filter) => counts.facets(filter)));
    expect(own).not.toHaveBeenCalled();
    const here = columnAnswersOf(store);
    for (const filter of FILTERS) {
      expect(await columns.overview(filter)).toEqual(await here.overview(filter));
      const address = { z: 0, x: 0, y: 0 };
      expect(await columns.tile(filter, address)).toEqual(await here.tile(filter, address));
    }
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      expect(await columns.pack(encoding)).toEqual(await here.pack(encoding));
    }
    for (const filter of [{ q: 'rockets' }, { q: 'palace', asOf: Date.parse('2021-01-01') }]) {
      expect(await columns.withWords(filter)).toEqual(await here.withWords(filter));
    }
    const ownLists = vi.spyOn(store, 'events');
    const list = (from: Store) => from.events({ dataset: ['other'] }, '-killed', { limit: 1 });
    await vi.waitFor(async () => {
      ownLists.mockClear();
      await list(counts);
      expect(ownLists).not.toHaveBeenCalled();
    }, 20_000);
    const other = await openStore({ path });
    expect(await list(counts)).toEqual(await list(other));
    expect(fromColumns).toEqual(await Promise.all(FILTERS.map((filter) => other.facets(filter))));
    await other.removeDataset('other');
    // Before it is filled again, the store answers: never with the counts of the state before.
    expect((await counts.facets({})).total).toBe((await other.facets({})).total);
    await vi.waitFor(async () => expect(revision()).toBe((await other.state()).revision), 60_000);
    own.mockClear();
    expect(await counts.facets({})).toEqual(await other.facets({}));
    expect(own).not.toHaveBeenCalled();
    store = await openStore({ path });
    await other.close();
    await close();
  });

  it('leaves the counting to the store where columns would be too large, and says so', async () => {
    await load(store, sample());
    const log = logger();
    const { store: counts, counted: revision, close } = counted({ most: 100, logger: log });
    await vi.waitFor(() => expect(log.info).toHaveBeenCalled(), 60_000);
    expect(log.info.mock.calls[0]).toEqual([
      { reason: 'its columns take more than 0 MiB' },
      'the ledger is not held as columns: the database counts',
    ]);
    expect(revision()).toBeUndefined();
    expect(await counts.facets({})).toEqual(await store.facets({}));
    await close();
    store = await openStore({ path });
  });

  it.each([
    ['has few events', { small: 1_000 }],
    ['may hold no columns', { most: 0 }],
    ['is in memory', { store: { path: ':memory:' } }],
  ])('starts no thread where the ledger %s', async (_what, options) => {
    await load(store, sample());
    const module = pathToFileURL(join(folder, 'nothing.mjs'));
    const log = logger();
    const { store: counts, close } = counted({ ...options, counts: { module }, logger: log });
    expect((await counts.facets({})).total).toBeGreaterThan(0);
    expect(log.error).not.toHaveBeenCalled();
    await close();
    store = await openStore({ path });
  });

  it('starts the thread anew when it fails, and counts in the store when it fails again', async () => {
    await load(store, sample());
    const module = join(folder, 'failing.mjs');
    const { revision } = await store.state();
    writeFileSync(
      module,
      `import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ type: 'filled', revision: '${revision}', events: 1, bytes: 1 });
      parentPort.on('message', () => { throw new Error('no count') });`,
    );
    const log = logger();
    const { store: counts, counted: held, close } = counted({ counts: { module: pathToFileURL(module) }, logger: log });
    const expected = await store.facets({});
    for (const time of [1, 2]) {
      await vi.waitFor(() => expect(held()).toBe(revision), 60_000);
      expect(await counts.facets({})).toEqual(expected);
      expect(log.error).toHaveBeenCalledTimes(time);
    }
    expect(log.error.mock.calls.map(([fields]) => fields as unknown)).toEqual([
      { reason: 'no count' },
      { reason: 'no count' },
    ]);
    expect(held()).toBeUndefined();
    expect(await counts.facets({})).toEqual(expected);
    await close();
    store = await openStore({ path });
  });

  it('gives up on a thread that does not answer', async () => {
    await load(store, sample());
    const module = join(folder, 'silent.mjs');
    const { revision } = await store.state();
    writeFileSync(
      module,
      `import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ type: 'filled', revision: '${revision}', events: 1, bytes: 1 });
      parentPort.on('message', () => { for (;;); });`,
    );
    const log = logger();
    const {
      store: counts,
      counted: held,
      close,
    } = counted({
      counts: { module: pathToFileURL(module), patience: 100 },
      logger: log,
    });
    await vi.waitFor(() => expect(held()).toBe(revision), 60_000);
    expect(await counts.facets({})).toEqual(await store.facets({}));
    expect(log.error.mock.calls[0]?.[0]).toEqual({ reason: 'it has not answered for 0.1 seconds' });
    await close();
    store = await openStore({ path });
  });
});

it('keeps the sets of words that were asked for last, within a bound', async () => {
  await load(store, sample());
  const source = await openColumnSource({ path });
  const asked: string[] = [];
  const texts = {
    eventsWith: (word: string) => {
      asked.push(word);
      return source.eventsWith(word, 'anywhere');
    },
    claimsWith: (word: string) => source.claimsWith(word),
  };
  const columns = { events: { size: 64, key: new Float64Array() } } as never;
  const words = new WordSets(columns, texts, 24);
  for (const word of ['a', 'b', 'c', 'a', 'd', 'b', 'a', 'b']) await words.of([word], false);
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'b']);
  expect(words.bytes).toBe(24);
  await source.close();
});

it('takes the memory for columns from the environment, and refuses what is no number', () => {
  expect(columnBytes({})).toBe(512 * MIB);
  expect(columnBytes({ COUNTERCLAIM_COLUMNS_MIB: '' })).toBe(512 * MIB);
  expect(columnBytes({ COUNTERCLAIM_COLUMNS_MIB: '0' })).toBe(0);
  expect(() => columnBytes({ COUNTERCLAIM_COLUMNS_MIB: '1 GB' })).toThrow(
    /^COUNTERCLAIM_COLUMNS_MIB=1 GB is no number of MiB: [^\n]+$/,
  );
});
