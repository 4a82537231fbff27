import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { countFacets, readPack } from '@counterclaim/columns';
import { describe, expect, it } from 'vitest';
import { json } from '../../test/json.ts';
import { testService } from '../../test/service.ts';
import type { Facets, Release } from '../answers.ts';
import type { ProblemDocument } from '../http/problem-types.ts';

const { get } = testService();

const present = () => get('/api/v1/release').then((response) => json<Release>(response));
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('a pack', () => {
  it('is the ledger, however it is compressed, and may be kept for ever', async () => {
    const { pack, revision } = await present();
    const plain = await get(pack);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(plain.headers.get('content-encoding')).toBeNull();
    const bytes = await bytesOf(plain);
    const facets = await json<Facets>(await get('/api/v1/facets?killed=1..'));
    expect(countFacets(readPack(bytes, revision), { killed: { min: 1 } })).toEqual(facets);
    const tags = new Set([plain.headers.get('etag')]);
    for (const [encoding, decompress] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await get(pack, { 'accept-encoding': encoding });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(decompress(await bytesOf(response))).toEqual(bytes);
      const tag = response.headers.get('etag') ?? '';
      tags.add(tag);
      expect((await get(pack, { 'accept-encoding': encoding, 'if-none-match': tag })).status).toBe(304);
    }
    expect(tags.size).toBe(3);
  });

  it.each([
    ['rockets', undefined],
    ['rockets kabul', '2020-11-21T12:00Z'],
    ['nothing-has-this', undefined],
  ])('has the word %s, as of %s, where the ledger has it', async (q, asOf) => {
    const { pack, revision } = await present();
    const query = new URLSearchParams({ q, ...(asOf === undefined ? {} : { asOf }) }).toString();
    const bytes = await bytesOf(await get(`${pack.replace('.bin', '')}/words.bin?${query}`));
    const bits = Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
    const columns = readPack(await bytesOf(await get(pack)), revision);
    const facets = countFacets(columns, asOf === undefined ? {} : { asOf: Date.parse(asOf) }, { bits: [bits] });
    expect(facets).toEqual(await json<Facets>(await get(`/api/v1/facets?${query}`)));
  });

  it.each([
    ['another state', '/api/v1/pack/0123456789abcdef-1.bin', 404],
    ['the words of another state', '/api/v1/pack/0123456789abcdef-1/words.bin?q=rockets', 404],
    ['something else', '/api/v1/pack/latest.bin', 400],
  ])('of %s is a problem that says which there is', async (_what, address, status) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    const { detail } = await json<ProblemDocument>(response);
    const { pack } = await present();
    if (status === 404) expect(detail).toContain(`The present one is ${pack}.`);
  });

  it('finds no words where none are asked for', async () => {
    const { pack } = await present();
    expect((await get(`${pack.replace('.bin', '')}/words.bin`)).status).toBe(400);
  });
});
