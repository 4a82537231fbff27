import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '@counterclaim/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../check/check.ts';
import { compile, ledgerDigest } from '../ledger/compile.ts';
import { load } from '../reading/load.ts';
import { sha256 } from '../sha256.ts';
import { ledgerText, readReleasedLedger } from './released-ledger.ts';

function good(): Ledger {
  const checked = check(load(new URL('../../test/good/', import.meta.url)));
  if (!checked.ok) throw new Error('test/good has problems');
  return compile(checked.value);
}
const ledger = good();
const digest = '0'.repeat(64);

describe('a released ledger', () => {
  let folder = '';
  let file = '';
  const list = (changed: { readonly digest?: string; readonly sha256?: string } = {}) => {
    const listed = {
      version: '2026.1',
      date: '2026-11-21',
      digest: changed.digest ?? ledger.digest,
      methodology: { digest, rules: {} },
      counts: { events: 1, claims: 2, sources: 1, actors: 1, places: 1 },
      files: [
        {
          name: 'ledger.json',
          bytes: statSync(file).size,
          sha256: changed.sha256 ?? sha256(readFileSync(file, 'utf8')),
          mediaType: 'application/json',
        },
      ],
    };
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ releases: [listed] }));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'released-'));
    file = join(folder, '2026.1/ledger.json');
    mkdirSync(join(folder, '2026.1'));
    writeFileSync(file, ledgerText(ledger));
    list();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is the ledger, one record a line', () => {
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toEqual(ledger);
    const records = [
      ledger.actors,
      ledger.places,
      ledger.events,
      ledger.sources,
      ledger.claims,
      ledger.redirects,
    ].flat();
    const lines = text.split('\n').map((line) => line.replace(/,$/, ''));
    expect(lines.filter((line) => line.startsWith('{"')).slice(1)).toHaveLength(records.length);
    for (const { id } of ledger.claims) expect(lines.filter((line) => line.includes(`"id":"${id}"`))).toHaveLength(1);
  });

  it('is read as it was written', () => {
    expect(readReleasedLedger('2026.1', folder)).toEqual(ledger);
    expect(ledgerDigest(readReleasedLedger('2026.1', folder))).toBe(ledger.digest);
  });

  it('must be listed', () => {
    expect(() => readReleasedLedger('2026.2', folder)).toThrow(
      `${join(folder, 'index.json')} lists no release 2026.2: name one of 2026.1`,
    );
    expect(() => readReleasedLedger('2026.1', join(folder, 'nowhere'))).toThrow(
      'lists no release 2026.1: there is none yet',
    );
  });

  it('must be there', () => {
    rmSync(file);
    expect(() => readReleasedLedger('2026.1', folder)).toThrow(`${file} does not exist: restore it`);
  });

  it('must be the file that was released', () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('"exact"', '"at-least"'));
    expect(() => readReleasedLedger('2026.1', folder)).toThrow(`${file} is not what was released (SHA-256 `);
  });

  it('must hold the records that were released', () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace(`"actors":[\n{"`, `"actors":[\n{"added":true,"`));
    list();
    expect(() => readReleasedLedger('2026.1', folder)).toThrow(`${file} has other records (digest `);
    writeFileSync(file, ledgerText(ledger));
    list({ digest });
    expect(() => readReleasedLedger('2026.1', folder)).toThrow(`than ${join(folder, 'index.json')} lists (${digest})`);
  });
});
