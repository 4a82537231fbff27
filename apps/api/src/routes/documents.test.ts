import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { curatedLedger, findWords, heldText } from '@counterclaim/data';
import { type Claim, type Ledger, ledgerItems, type Source } from '@counterclaim/domain';
import { openStore, type Store } from '@counterclaim/store';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { json } from '../../test/json.ts';
import { type App, createApp } from '../index.ts';
import type { DocumentAnswer } from '../answers.ts';
import { openDocuments } from '../documents/documents.ts';

/** Invented, and longer than what is not worth compressing. */
const TEXT = `The spokesman counted two crates.\n\nA clerk said: three.\n\n${'Nothing else was said. '.repeat(80)}\n`;
const SOURCE = 'dawn-2020-11-21';
const address = `/api/v1/sources/${SOURCE}/document`;

/** The curated records, with one source coded from the invented text: two of its claims with a passage, one taken back, the others from an excerpt. */
function doctored(curated: Ledger): { ledger: Ledger; claims: Claim[] } {
  const held = heldText(TEXT);
  const passages = ['two crates', 'said: three'].flatMap((from) => findWords(held, { from }).places[0]?.passages ?? []);
  const own = curated.claims.filter(({ source }) => (source as string) === SOURCE);
  const claims = own.map((claim, index): Claim => {
    const passage = passages[index];
    if (index === 2 && passages[0] !== undefined) {
      const retracted = { date: '2026-02-02', reason: 'The document says nothing of the kind.' };
      return { ...claim, evidence: { passages: [passages[0]] }, retracted };
    }
    return { ...claim, evidence: passage === undefined ? { excerpt: true } : { passages: [passage] } };
  });
  const others = curated.claims.filter(({ source }) => (source as string) !== SOURCE);
  const digestOf = (source: Source): Source =>
    (source.id as string) === SOURCE ? { ...source, textDigest: held.digest } : source;
  return {
    claims,
    ledger: {
      ...curated,
      digest: 'd'.repeat(64),
      claims: [...others, ...claims],
      sources: curated.sources.map(digestOf),
    },
  };
}

const { ledger, claims } = doctored(curatedLedger());
let folder = '';
let store: Store;
let app: App;
const logged: object[] = [];
const logger = { info() {}, error: (fields: object) => logged.push(fields) };
const hold = (text: string | Uint8Array, source = SOURCE): void => {
  writeFileSync(join(folder, `${source}.txt`), text);
};
const get = (path = address, headers: Record<string, string> = {}) => app.request(path, { headers });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'));
  store = await openStore({ path: ':memory:' });
  await store.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
  app = createApp({ store, build: 'test', documents: openDocuments(folder), logger });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  hold(TEXT);
  logged.length = 0;
});

describe('the text that was coded', () => {
  test('matches, and so does every passage', async () => {
    const answer = await json<DocumentAnswer>(await get());
    const { digest, paragraphs } = heldText(TEXT);
    expect(answer).toMatchObject({
      source: SOURCE,
      language: 'en',
      textDigest: { verdict: 'match', recorded: digest, found: digest },
      passages: 2,
      matching: 2,
      paragraphs,
    });
    const standing = claims.filter(({ retracted }) => retracted === undefined);
    expect(standing).toHaveLength(claims.length - 1);
    expect(answer.claims.map(({ id }) => id).sort()).toEqual(standing.map(({ id }) => id).sort());
    for (const { id, passages } of answer.claims) {
      const evidence = claims.find((claim) => claim.id === id)?.evidence;
      const cited = evidence !== undefined && 'passages' in evidence ? evidence.passages : [];
      expect(passages).toEqual(
        cited.map((passage) => ({ passage, verdict: 'match', found: passage.sha256, elsewhere: null })),
      );
    }
  });

  test('is for nobody to keep, to list or to fetch from another site', async () => {
    const { headers } = await get();
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('is compressed for who can read that', async () => {
    const response = await get(address, { 'accept-encoding': 'br' });
    expect(response.headers.get('content-encoding')).toBe('br');
    const body = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(body).toBe(await (await get()).text());
  });

  test('is asked for without a body, too', async () => {
    const head = await app.request(address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe((await get()).headers.get('etag'));
  });
});

describe('another text', () => {
  test('is told from the one that was coded at once, each passage by itself', async () => {
    await get();
    hold(TEXT.replace('three', 'seven').replace('The', 'Well, the'));
    const answer = await json<DocumentAnswer>(await get());
    expect(answer).toMatchObject({ textDigest: { verdict: 'mismatch' }, passages: 2, matching: 0 });
    const verdicts = answer.claims.flatMap(({ passages }) => passages);
    expect(verdicts.map(({ verdict }) => verdict).sort()).toEqual(['elsewhere', 'mismatch']);
    const moved = verdicts.find(({ verdict }) => verdict === 'elsewhere');
    expect(moved?.elsewhere).toEqual({
      ...moved?.passage,
      start: (moved?.passage.start ?? 0) + 6,
      end: (moved?.passage.end ?? 0) + 6,
    });
  });

  test('has another tag', async () => {
    const tag = (await get()).headers.get('etag') ?? '';
    expect((await get(address, { 'if-none-match': tag })).status).toBe(304);
    hold(TEXT.replace('three', 'seven'));
    const changed = await get(address, { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
    await changed.text();
  });

  test('counts as the coded one where the record says nothing of it', async () => {
    const bare: Ledger = {
      ...ledger,
      sources: ledger.sources.map((source) => {
        const { textDigest, ...rest } = source;
        void textDigest;
        return rest;
      }),
    };
    const other = await openStore({ path: ':memory:' });
    await other.replaceDataset(bare.dataset, 'e'.repeat(64), ledgerItems(bare));
    const served = createApp({ store: other, build: 'test', documents: openDocuments(folder) });
    expect(await json<DocumentAnswer>(await served.request(address))).toMatchObject({
      textDigest: { verdict: 'not-recorded', recorded: null },
      matching: 2,
    });
    await other.close();
  });
});

describe('no text', () => {
  const problemOf = async (response: Response) => [
    response.status,
    await json<{ type: string; detail: string }>(response),
  ];

  test('where the operator holds none at all', async () => {
    const without = createApp({ store, build: 'test' });
    expect(await problemOf(await without.request(address))).toMatchObject([
      404,
      { type: '/api#problem-text-not-held', detail: expect.stringContaining('COUNTERCLAIM_SOURCES') as string },
    ]);
  });

  test('of this source', async () => {
    const source = ledger.sources.find(({ id }) => (id as string) !== SOURCE)?.id ?? '';
    expect(await problemOf(await get(`/api/v1/sources/${source}/document`))).toMatchObject([
      404,
      { type: '/api#problem-text-not-held', detail: expect.stringContaining(`${source}.txt`) as string },
    ]);
  });

  test('of a source that there is not, whatever lies in the folder and beside it', async () => {
    hold('secret', 'no-such-source');
    writeFileSync(join(folder, '..secret.txt'), 'secret');
    for (const id of ['no-such-source', '..%2Fsecret', '%2e%2e%2fsecret', `${SOURCE}%00`, SOURCE.toUpperCase()]) {
      const [status, problem] = await problemOf(await get(`/api/v1/sources/${id}/document`));
      expect([status, problem], id).toMatchObject([404, { type: '/api#problem-not-found' }]);
    }
  });

  test('that can be read: it is told, to the operator as well', async () => {
    hold(Uint8Array.of(0xff, 0xfe));
    expect(await problemOf(await get())).toMatchObject([
      503,
      { type: '/api#problem-text-unreadable', detail: `The file ${SOURCE}.txt is not UTF-8: save the text as UTF-8.` },
    ]);
    expect(logged).toMatchObject([{ source: SOURCE }]);
    expect((await get('/api/v1/events')).status).toBe(200);
  });
});
