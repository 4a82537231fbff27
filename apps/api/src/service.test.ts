import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openService } from './service.ts';
import { databasePath } from './store-options.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterclaim-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('the records are loaded, and a second start finds them loaded', async () => {
  const environment = { COUNTERCLAIM_DATA: join(folder, 'new', 'folder') };
  const first = await openService(environment);
  const tag = (await first.app.request('/api/v1/events')).headers.get('etag');
  await first.close();
  const before = readFileSync(databasePath(environment));
  const second = await openService(environment);
  expect((await second.app.request('/api/v1/events')).headers.get('etag')).toBe(tag);
  await second.close();
  expect(readFileSync(databasePath(environment)).equals(before)).toBe(true);
});

test('a damaged database is refused in one line, and left as it is', async () => {
  const file = databasePath({ COUNTERCLAIM_DATA: folder });
  writeFileSync(file, 'this is no database, but somebody may want it back');
  const opened = openService({ COUNTERCLAIM_DATA: folder });
  await expect(opened).rejects.toThrow(/^The database .*ledger\.sqlite .*: .+\.?$/);
  await expect(opened).rejects.not.toThrow('\n');
  expect(readFileSync(file, 'utf8')).toBe('this is no database, but somebody may want it back');
});

test('a folder that cannot be made is refused in one line', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(openService({ COUNTERCLAIM_DATA: join(file, 'below') })).rejects.toThrow(/^[^\n]*cannot be[^\n]*$/);
});

test('a folder of texts that is none is refused in one line, before anything is opened', async () => {
  const opened = openService({ COUNTERCLAIM_DATA: folder, COUNTERCLAIM_SOURCES: join(folder, 'nowhere') });
  await expect(opened).rejects.toThrow(/^COUNTERCLAIM_SOURCES=[^\n]*nowhere is no folder[^\n]*$/);
  expect(readdirSync(folder)).toEqual([]);
});
