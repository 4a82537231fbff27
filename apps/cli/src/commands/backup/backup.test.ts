import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@counterclaim/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gedRow } from '../../../../../packages/interchange/test/ged-rows.ts';
import { call } from '../../testing/call.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { importGed } from '../../testing/imported.ts';

describe('counterclaim backup', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    vi.stubEnv('COUNTERCLAIM_DATA', folder.path);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('copies the ledger of a running server, and the copy serves the same', async () => {
    await importGed(folder.path, [gedRow({ id: 1 }), gedRow({ id: 2 })]);
    const server = await openStore({ path: join(folder.path, 'ledger.sqlite') });
    const { revision, datasets } = await server.state();
    const file = join(folder.path, 'copy.sqlite');
    const { code, out, err } = await call('backup', file);
    const { size: bytes } = statSync(file);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `${file}\n`,
      err: `${bytes.toLocaleString('en')} bytes, revision ${revision}: ucdp-ged (2 events)\n`,
    });
    const restored = await openStore({ path: file });
    expect(await restored.state()).toEqual({ revision, datasets });
    expect(await restored.events({}, '-date', { limit: 10 })).toEqual(await server.events({}, '-date', { limit: 10 }));
    await restored.close();
    await server.close();
    const other = join(folder.path, 'other.sqlite');
    expect(JSON.parse((await call('backup', other, '--json')).out)).toEqual({ file: other, bytes, revision, datasets });
  });

  it('writes over nothing', async () => {
    await importGed(folder.path, [gedRow({ id: 1 })]);
    const file = join(folder.path, 'kept');
    writeFileSync(file, '');
    expect(await call('backup', file)).toEqual({
      code: 2,
      out: '',
      err: `There is something at ${file}: name a file that is not there yet.\n`,
    });
  });

  it('leaves PostgreSQL to its own programs', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1/ledger');
    expect(await call('backup', join(folder.path, 'copy'))).toEqual({
      code: 2,
      out: '',
      err: 'the ledger is in PostgreSQL (DATABASE_URL): copy it with pg_dump, as docs/operations.md says, or unset that to copy the file\n',
    });
  });

  it('makes no ledger where there is none', async () => {
    expect(await call('backup', join(folder.path, 'copy'))).toEqual({
      code: 2,
      out: '',
      err: `There is no database at ${join(folder.path, 'ledger.sqlite')}: name the one to copy.\n`,
    });
  });
});
