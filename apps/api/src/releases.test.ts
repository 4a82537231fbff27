import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { json } from '../test/json.ts';
import type { ProblemDocument, ReleaseList } from './client.ts';
import { createClient } from './client.ts';
import { releasesPath } from './releases.ts';
import { openService, type Service } from './service.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const CSV = 'id,title\r\na,A long enough row\r\n';
const LEDGER = '{"dataset":"curated"}\n';
const digest = '0'.repeat(64);
const file = (name: string, text: string, mediaType: string) => ({
  name,
  bytes: Buffer.byteLength(text),
  sha256: sha256(text),
  mediaType,
});
const listed = (version: string) => ({
  version,
  date: '2026-11-21',
  digest,
  methodology: { digest, rules: { 'range.stated': 1 } },
  counts: { events: 1, claims: 2, sources: 1, actors: 1, places: 1 },
  files: [file('events.csv', CSV, 'text/csv'), file('ledger.json', LEDGER, 'application/json')],
});

test('releases lie where they are told to, else at the root of the checkout', () => {
  expect(releasesPath({ COUNTERCLAIM_RELEASES: '/srv/releases' })).toBe('/srv/releases');
  expect(releasesPath({})).toBe(fileURLToPath(new URL('../../../releases/', import.meta.url)));
  expect(releasesPath({ COUNTERCLAIM_RELEASES: '' })).toBe(releasesPath({}));
});

describe('releases', () => {
  let folder = '';
  let service: Service;
  const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    service.app.request(`/api/v1/releases${address}`, { headers, method });
  const list = (...versions: string[]) => {
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ releases: versions.map(listed) }));
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'releases-'));
    service = await openService({ COUNTERCLAIM_DATA: ':memory:', COUNTERCLAIM_RELEASES: folder });
    mkdirSync(join(folder, '2026.1'));
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    list('2026.1');
    writeFileSync(join(folder, '2026.1/events.csv'), CSV);
    writeFileSync(join(folder, '2026.1/not-listed.txt'), 'secret');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
  });

  it('are listed, with what this server has of them', async () => {
    const response = await get('');
    expect(response.status).toBe(200);
    const { items } = await json<ReleaseList>(response);
    expect(items.map(({ version }) => version)).toEqual(['2026.1']);
    expect(items[0]?.files.map(({ name, available }) => [name, available])).toEqual([
      ['events.csv', true],
      ['ledger.json', false],
    ]);
  });

  it('tell which changes of their day they already have, where their records are here', async () => {
    const told = async () => (await json<ReleaseList>(await get(''))).items[0]?.changesOfDay;
    expect(await told()).toBeNull();
    const on = (date: string) => ({ date, field: 'name', was: 'a', now: 'b', reason: 'Misspelt.' });
    const none = { places: [], events: [], sources: [], claims: [], redirects: [] };
    const ledger = JSON.stringify({
      ...none,
      actors: [{ id: 'moi', corrections: [on('2026-11-20'), on('2026-11-21')] }],
    });
    const files = [file('ledger.json', ledger, 'application/json')];
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ releases: [{ ...listed('2026.1'), files }] }));
    writeFileSync(join(folder, '2026.1/ledger.json'), ledger);
    expect(await told()).toEqual(['actor:moi:correction-2']);
    rmSync(join(folder, '2026.1/ledger.json'));
  });

  it('are listed anew when there is another, under another tag', async () => {
    const tag = (await get('')).headers.get('etag') ?? '';
    expect((await get('', { 'if-none-match': tag })).status).toBe(304);
    list('2026.2', '2026.1');
    const changed = await get('', { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect((await json<ReleaseList>(changed)).items).toHaveLength(2);
  });

  it('answer 406 for a list in another format, and refuse parameters', async () => {
    expect((await get('', { accept: 'text/csv' })).status).toBe(406);
    expect((await get('?limit=1')).status).toBe(400);
    expect((await get('/2026.1/events.csv?as=json')).status).toBe(400);
  });

  it('give a file as it was released', async () => {
    const response = await get('/2026.1/events.csv', { accept: 'application/json', 'accept-encoding': 'gzip, br' });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': String(CSV.length),
      'content-disposition': 'attachment; filename="counterclaim-2026.1-events.csv"',
      etag: `"${sha256(CSV)}"`,
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.has('content-encoding')).toBe(false);
    expect(await response.text()).toBe(CSV);
  });

  it('give a part of a file, as readers of Parquet ask for it', async () => {
    const tag = `"${sha256(CSV)}"`;
    const part = await get('/2026.1/events.csv', { range: 'bytes=-4', 'if-range': tag });
    expect(part.status).toBe(206);
    expect(Object.fromEntries(part.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': '4',
      'content-range': `bytes ${CSV.length - 4}-${CSV.length - 1}/${CSV.length}`,
      etag: tag,
    });
    expect(await part.text()).toBe(CSV.slice(-4));
    const middle = await get('/2026.1/events.csv', { range: 'bytes=3-7' });
    expect([middle.status, await middle.text()]).toEqual([206, CSV.slice(3, 8)]);
    for (const headers of [{ range: 'bytes=0-1', 'if-range': '"another"' }, { range: 'bytes=0-1,3-4' }] as Record<
      string,
      string
    >[]) {
      const whole = await get('/2026.1/events.csv', headers);
      expect([whole.status, await whole.text()]).toEqual([200, CSV]);
    }
    const known = await get('/2026.1/events.csv', { range: 'bytes=0-1', 'if-none-match': tag });
    expect(known.status).toBe(304);
    const head = await get('/2026.1/events.csv', { range: 'bytes=0-1' }, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(CSV.length)]);
    const beyond = await get('/2026.1/events.csv', { range: 'bytes=1000-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${CSV.length}`]);
    expect((await json<ProblemDocument>(beyond)).type).toBe('/api#problem-range-not-satisfiable');
  });

  it('need not be sent twice, and are told by HEAD', async () => {
    const known = await get('/2026.1/events.csv', { 'if-none-match': `"${sha256(CSV)}"` });
    expect({ status: known.status, text: await known.text() }).toEqual({ status: 304, text: '' });
    const head = await get('/2026.1/events.csv', {}, 'HEAD');
    expect({ status: head.status, text: await head.text() }).toEqual({ status: 200, text: '' });
    expect(head.headers.get('content-length')).toBe(String(CSV.length));
    expect((await get('/2026.1/events.csv', {}, 'POST')).status).toBe(405);
  });

  it('say how to make a file that is not on this server', async () => {
    for (const [name, spoil] of [
      ['ledger.json', () => undefined],
      ['events.csv', () => writeFileSync(join(folder, '2026.1/events.csv'), CSV.replace('long', 'warm'))],
      ['events.csv', () => writeFileSync(join(folder, '2026.1/events.csv'), `${CSV}more`)],
    ] as const) {
      spoil();
      const response = await get(`/2026.1/${name}`);
      expect(response.status).toBe(404);
      expect((await json<ProblemDocument>(response)).detail).toContain('counterclaim release 2026.1 --again');
    }
  });

  it('name what there is, for a version or file that is not', async () => {
    const version = await get('/2026.9/events.csv');
    expect([version.status, (await json<ProblemDocument>(version)).detail]).toEqual([
      404,
      'No release has the version "2026.9". /api/v1/releases lists them.',
    ]);
    const name = await get('/2026.1/event.csv');
    expect([name.status, (await json<ProblemDocument>(name)).detail]).toEqual([
      404,
      'Release 2026.1 has no file "event.csv". It has events.csv, ledger.json.',
    ]);
  });

  it('lead nowhere else', async () => {
    for (const path of [
      '/2026.1/not-listed.txt',
      '/2026.1/..%2Fsecret.txt',
      '/2026.1/..%2F..%2Fsecret.txt',
      '/2026.1/%2e%2e%2fsecret.txt',
      '/..%2F2026.1/events.csv',
      '/2026.1%2F..%2F2026.1/events.csv',
      '/./2026.1/../secret.txt',
      '/2026.1/%2Fetc%2Fpasswd',
      '/2026.1/events.csv%00',
      '/2026.1/',
      '/__proto__/constructor',
    ]) {
      const response = await get(path);
      expect([400, 404], path).toContain(response.status);
      expect(await response.text(), path).not.toContain('secret"');
    }
  });

  it('are sent by a server as they are, and found by the client', async () => {
    const server = createServer(service.app.listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const client = createClient(`http://127.0.0.1:${port}`);
    expect((await client.releases()).items[0]?.version).toBe('2026.1');
    const text = await (await fetch(client.releaseFileUrl('2026.1', 'events.csv'))).text();
    expect(text).toBe(CSV);
    // A path that no client library would send.
    const raw = await new Promise<number | undefined>((resolve, reject) => {
      ask({ port, host: '127.0.0.1', path: '/api/v1/releases/2026.1/../../../secret.txt' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(raw).toBe(404);
    await new Promise((resolve) => server.close(resolve));
  });
});

test('a folder that is none, and a list that is damaged, are refused in one line before anything is opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'));
  await expect(openService({ COUNTERCLAIM_RELEASES: join(folder, 'nowhere') })).rejects.toThrow(
    /^COUNTERCLAIM_RELEASES=\S+nowhere is no folder: name that of the releases$/,
  );
  writeFileSync(join(folder, 'index.json'), '{');
  await expect(openService({ COUNTERCLAIM_RELEASES: folder })).rejects.toThrow(/^\S+index\.json is no JSON[^\n]+$/);
  rmSync(folder, { recursive: true });
});
