import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../sha256.ts';
import { recordsOf, releaseOf, tolls } from '../testing/records.ts';
import { ledgerText } from './released-ledger.ts';
import { publishedRelease, sinceRelease } from './since-release.ts';

const world = { 'actors/a.yml': 'id: a\nname: A\nkind: state\n', 'sources/s.yml': tolls(['toll', 7]) };
const released = releaseOf(world);

describe('publishedRelease', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'releases-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads the latest release of a folder', () => {
    const text = ledgerText(released.ledger);
    const listed = (version: string) => ({
      version,
      date: '2020-03-31',
      digest: released.ledger.digest,
      methodology: { digest: sha256(''), rules: {} },
      counts: { events: 0, claims: 1, sources: 1, actors: 1, places: 0 },
      files: [{ name: 'ledger.json', bytes: text.length, sha256: sha256(text), mediaType: 'application/json' }],
    });
    mkdirSync(join(folder, '2020.2'));
    writeFileSync(join(folder, '2020.2/ledger.json'), text);
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ releases: [listed('2020.2'), listed('2020.1')] }));
    expect(publishedRelease(folder)).toEqual({ ...released, version: '2020.2' });
  });

  it('is none where there is no release', () => {
    expect(publishedRelease(folder)).toBeUndefined();
    expect(publishedRelease(join(folder, 'nowhere'))).toBeUndefined();
  });
});

describe('sinceRelease', () => {
  const changed = (texts: Readonly<Record<string, string>>) =>
    sinceRelease(released, recordsOf({ ...world, ...texts })).comparison;

  it('finds nothing where nothing changed', () => {
    expect(changed({})).toMatchObject({ added: [], removed: [], changed: [] });
  });

  it('leaves out what has not its shape, and what bears another id than its file', () => {
    expect(changed({ 'actors/a.yml': 'id: a\n' }).removed).toMatchObject([{ type: 'actor', id: 'a' }]);
    expect(changed({ 'actors/a.yml': world['actors/a.yml'].replace('id: a', 'id: b') })).toMatchObject({
      added: [],
      removed: [{ type: 'actor', id: 'a' }],
    });
  });

  it('renames by redirects what no record bears any more, and nothing else', () => {
    const redirects = "redirects: [{ type: actor, from: a, to: b, date: '2020-04-01', reason: R }]";
    const renamed = world['actors/a.yml'].replace('id: a', 'id: b');
    const { 'sources/s.yml': source } = world;
    const gone = recordsOf({ 'actors/b.yml': renamed, 'sources/s.yml': source, 'redirects.yml': redirects });
    expect(sinceRelease(released, gone).ledger.actors).toMatchObject([{ id: 'b', name: 'A' }]);
    const both = recordsOf({ ...world, 'actors/b.yml': renamed, 'redirects.yml': redirects });
    expect(sinceRelease(released, both).ledger.actors).toMatchObject([{ id: 'a' }]);
  });
});
