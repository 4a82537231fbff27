import { join } from 'node:path';
import { curatedLedger } from '@counterclaim/data';
import { ledgerItems } from '@counterclaim/domain';
import { openStore } from '@counterclaim/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gedRow } from '../../../../../packages/interchange/test/ged-rows.ts';
import { call } from '../../testing/call.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { importGed } from '../../testing/imported.ts';

describe('counterclaim datasets', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    vi.stubEnv('COUNTERCLAIM_DATA', folder.path);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('lists what the ledger holds, and of which release it is', async () => {
    await importGed(folder.path, [gedRow({ id: 1 }), gedRow({ id: 2 })]);
    const store = await openStore({ path: join(folder.path, 'ledger.sqlite') });
    const { dataset, digest, ...ledger } = curatedLedger();
    await store.replaceDataset(dataset, digest, ledgerItems({ dataset, digest, ...ledger }));
    const { datasets } = await store.state();
    await store.close();
    const { code, out, err } = await call('datasets');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [curated, ged] = datasets;
    expect(out).toBe(
      `curated\n  ${curated?.events} events, ${curated?.claims.toLocaleString('en')} claims, ${curated?.sources} documents\n  digest ${digest}\n\n` +
        `ucdp-ged\n  UCDP Georeferenced Event Dataset, release 23.1, published 2023-06\n  2 events, ${ged?.claims} claims, 2 documents\n  digest ${ged?.digest}\n`,
    );
    const told = { release: 'UCDP Georeferenced Event Dataset, release 23.1', published: '2023-06' };
    expect(JSON.parse((await call('datasets', '--json')).out)).toEqual({
      datasets: [
        { ...curated, release: null, published: null, url: null },
        { ...ged, ...told, url: 'https://ucdp.uu.se/downloads/' },
      ],
    });
  });

  it('makes no ledger where there is none', async () => {
    expect(await call('datasets')).toEqual({
      code: 2,
      out: '',
      err: `there is no ledger at ${join(folder.path, 'ledger.sqlite')}: import a dataset or start the server first, or name its folder with COUNTERCLAIM_DATA\n`,
    });
  });
});
