import { join } from 'node:path';
import { type Event, ensureEventId } from '@counterclaim/domain';
import { openStore, type Store } from '@counterclaim/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gedRow } from '../../../../../packages/interchange/test/ged-rows.ts';
import { call } from '../../testing/call.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { importGed } from '../../testing/imported.ts';

describe('counterclaim remove', () => {
  const folder = temporaryFolder();
  beforeEach(async () => {
    vi.stubEnv('COUNTERCLAIM_DATA', folder.path);
    await importGed(folder.path, [gedRow({ id: 1 }), gedRow({ id: 2 })]);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    const store = await openStore({ path: join(folder.path, 'ledger.sqlite') });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const datasets = () => inStore(async (store) => (await store.state()).datasets);

  it('removes a dataset with its records, and says what they were; another one stays', async () => {
    await importGed(folder.path, [gedRow({ id: 1 })], '--dataset', 'other');
    const [other, ged] = await datasets();
    const { code, out, err } = await call('remove', 'ucdp-ged');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      `ucdp-ged was removed: 2 events, ${ged?.claims} claims, 2 documents, ${ged?.actors} actors, ${ged?.places} places (digest ${ged?.digest})\n`,
    );
    expect(await datasets()).toEqual([other]);
    expect(await inStore((store) => store.event(ensureEventId('ucdp-ged-1')))).toBeUndefined();
    expect(await inStore((store) => store.event(ensureEventId('other-1')))).toBeDefined();
    const json = await call('remove', 'other', '--json');
    expect(JSON.parse(json.out)).toEqual({ removed: other });
  });

  it('refuses the curated one, one that is not there, and one whose records another one names', async () => {
    expect(await call('remove', 'curated')).toMatchObject({
      code: 2,
      err: 'curated stays: a server loads the curated records as it starts. To take one of them back, use counterclaim retract\n',
    });
    expect(await call('remove', 'ucdp-gde')).toMatchObject({
      code: 2,
      err: 'the ledger holds no dataset ucdp-gde: it holds ucdp-ged; near: ucdp-ged\n',
    });
    const part: Event = {
      id: ensureEventId('part'),
      title: 'A part',
      kind: 'attack',
      time: '2019-05-02',
      zone: 'Etc/UTC',
      places: [],
      partOf: ensureEventId('ucdp-ged-1'),
    };
    await inStore((store) => store.replaceDataset('own', 'a'.repeat(64), [{ type: 'event', value: part }]));
    const before = await datasets();
    expect(await call('remove', 'ucdp-ged')).toMatchObject({
      code: 2,
      err: 'ucdp-ged stays, as another dataset names its records: event part names event ucdp-ged-1, which no dataset holds: add event ucdp-ged-1, or correct event part.\n',
    });
    expect(await datasets()).toEqual(before);
  });

  it('makes no ledger where there is none', async () => {
    vi.stubEnv('COUNTERCLAIM_DATA', join(folder.path, 'nowhere'));
    const { code, err } = await call('remove', 'ucdp-ged');
    expect(code).toBe(2);
    expect(err).toMatch(/^there is no ledger at /);
  });
});
