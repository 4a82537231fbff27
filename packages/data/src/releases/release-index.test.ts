import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ListedRelease, latestRelease, readReleaseIndex } from './release-index.ts';
import { compareVersions, nextVersion, releaseVersionSchema } from './release-version.ts';

const digest = '0'.repeat(64);
const listed = (version: string): ListedRelease => ({
  version,
  date: '2026-11-21',
  digest,
  methodology: { digest, rules: { 'range.stated': 1 } },
  counts: { events: 1, claims: 2, sources: 1, actors: 1, places: 1 },
  files: [{ name: 'ledger.json', bytes: 2, sha256: digest, mediaType: 'application/json' }],
});

describe('the version of a release', () => {
  it.each(['2026.1', '2026.10', '1999.9999'])('%s is one', (version) => {
    expect(releaseVersionSchema.safeParse(version).success).toBe(true);
  });

  it.each(['', '2026', '2026.0', '2026.01', '26.1', 'v2026.1', '2026.1.1', '../2026.1', '2026.1/', '2026.1\n'])(
    '%j is none',
    (version) => {
      expect(releaseVersionSchema.safeParse(version).success).toBe(false);
    },
  );

  it('is ordered by year, then by number', () => {
    expect(['2026.10', '2027.1', '2026.9'].sort(compareVersions)).toEqual(['2026.9', '2026.10', '2027.1']);
    expect(nextVersion(undefined, 2026)).toBe('2026.1');
    expect(nextVersion('2026.9', 2026)).toBe('2026.10');
    expect(nextVersion('2026.9', 2027)).toBe('2027.1');
  });
});

describe('the list of releases', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'releases-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (text: string) => {
    writeFileSync(join(folder, 'index.json'), text);
  };

  it('is empty where nothing was released yet', () => {
    expect(readReleaseIndex(folder)).toEqual({ releases: [] });
    expect(readReleaseIndex(join(folder, 'nowhere'))).toEqual({ releases: [] });
    expect(latestRelease({ releases: [] })).toBeUndefined();
  });

  it('gives the releases, latest first', () => {
    const releases = [listed('2027.1'), listed('2026.2'), listed('2026.1')];
    write(JSON.stringify({ releases }));
    expect(readReleaseIndex(folder)).toEqual({ releases });
    expect(latestRelease(readReleaseIndex(folder))?.version).toBe('2027.1');
  });

  it('is missed where releases lie', () => {
    mkdirSync(join(folder, '2026.1'));
    expect(() => readReleaseIndex(folder)).toThrow(
      `${join(folder, 'index.json')} does not exist, though ${join(folder, '2026.1')} does: restore it`,
    );
  });

  it.each([
    ['{', 'is no JSON'],
    ['{}', 'is no list of releases (releases: '],
    [JSON.stringify({ releases: [listed('2026.1')], more: 1 }), 'is no list of releases'],
    [JSON.stringify({ releases: [listed('last')] }), '(releases.0.version: is no version: write <year>.<n>'],
    [JSON.stringify({ releases: [listed('2026.1'), listed('2026.2')] }), 'lists 2026.2 after 2026.1: put the latest'],
    [JSON.stringify({ releases: [listed('2026.1'), listed('2026.1')] }), 'lists 2026.1 after 2026.1'],
    [
      JSON.stringify({
        releases: [{ ...listed('2026.1'), files: [{ ...listed('2026.1').files[0], name: '../ledger.json' }] }],
      }),
      '(releases.0.files.0.name: ',
    ],
    [
      JSON.stringify({
        releases: [{ ...listed('2026.1'), files: [...listed('2026.1').files, ...listed('2026.1').files] }],
      }),
      'lists a file of 2026.1 twice',
    ],
  ])('is refused when it is %.40s', (text, message) => {
    write(text);
    expect(() => readReleaseIndex(folder)).toThrow(join(folder, 'index.json'));
    expect(() => readReleaseIndex(folder)).toThrow(message);
  });
});
