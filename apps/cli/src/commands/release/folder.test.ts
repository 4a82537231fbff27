import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ListedRelease, readReleaseIndex } from '@counterclaim/data';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareFolder, publish } from './folder.ts';
import { listed, type MadeFile } from './made-file.ts';
import { methodology } from './make.ts';

const fileOf = (text: string): MadeFile => ({
  name: 'ledger.json',
  mediaType: 'application/json',
  description: 'The ledger',
  content: new TextEncoder().encode(text),
});

const releaseOf = (file: MadeFile): ListedRelease => ({
  version: '2026.1',
  date: '2026-11-21',
  digest: listed(file).sha256,
  methodology: methodology(),
  counts: { events: 0, claims: 0, sources: 0, actors: 0, places: 0 },
  files: [listed(file)],
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('refuses a release that was made while another was listed, and leaves that as it is', () => {
  const before = readReleaseIndex(folder);
  const [one, other] = [fileOf('one'), fileOf('other')];
  prepareFolder(folder, before);
  publish(folder, before, releaseOf(one), [one]);
  const published = readReleaseIndex(folder);

  expect(() => {
    publish(folder, before, releaseOf(other), [other]);
  }).toThrow('was changed while 2026.1 was made: release again');
  expect(readReleaseIndex(folder)).toEqual(published);
  expect(readFileSync(join(folder, '2026.1/ledger.json'), 'utf8')).toBe('one');
  expect(readdirSync(folder).sort()).toEqual(['2026.1', 'index.json']);
});
