import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-cff';
import {
  check,
  compile,
  ledgerDigest,
  load,
  readReleaseIndex,
  recordsFolder,
  releasesFolder,
} from '@counterclaim/data';
import { TABLES } from '@counterclaim/interchange';
import { type Ledger, ledgerSchema } from '@counterclaim/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { geoJsonProblems } from '../../../../../packages/interchange/test/geojson-problems.ts';
import { quadsOf } from '../../../../../packages/interchange/test/read-json-ld.ts';
import { parquetContent } from '../../../../../packages/interchange/test/read-parquet.ts';
import { tableProblems } from '../../../../../packages/interchange/test/table-problems.ts';
import { call } from '../../testing/call.ts';

function curated(): Ledger {
  const checked = check(load(recordsFolder));
  if (!checked.ok) throw new Error('the curated records have problems');
  return compile(checked.value);
}

/** The curated records as a release, read by programs that share nothing with those that wrote it. */
describe('a release of the curated records', () => {
  const ledger = curated();
  let root = '';
  let folder = '';
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'formats-'));
    const { code, out, err } = await call('release', '2026.1', '--to', root, '--date', '2026-11-21');
    if (code !== 0) throw new Error(out + err);
    folder = join(root, '2026.1');
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('has checksums that sha256sum finds right', () => {
    const checked = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
    const names = readdirSync(folder).filter((name) => name !== 'SHA256SUMS');
    expect(checked.trimEnd().split('\n').sort()).toEqual(names.map((name) => `${name}: OK`).sort());
  });

  it('has the ledger that the records make, by its schema', () => {
    const released = ledgerSchema.parse(JSON.parse(read('ledger.json')));
    expect(released).toEqual(ledger);
    expect(ledgerDigest(released)).toBe(ledger.digest);
  });

  it('has tables that a Table Schema validator finds as their CSVW metadata say, keys and references included', async () => {
    expect(await tableProblems(read('csv-metadata.json'), read)).toEqual([]);
  });

  it('has Parquet files that another implementation reads, with the rows of the tables', () => {
    const tables = readdirSync(folder).filter((name) => name.endsWith('.parquet'));
    expect(tables).toEqual(TABLES.map(({ name }) => `${name}.parquet`).sort());
    const rowsOf = (table: string) => parquetContent(readFileSync(join(folder, `${table}.parquet`))).rows;
    expect(rowsOf('events').map(({ id }) => id)).toEqual(ledger.events.map(({ id }) => id));
    expect(rowsOf('claims').map(({ id }) => id)).toEqual(ledger.claims.map(({ id }) => id));
    expect(rowsOf('sources')).toHaveLength(ledger.sources.length);
    expect(rowsOf('actors')).toHaveLength(ledger.actors.length);
    expect(rowsOf('places')).toHaveLength(ledger.places.length);
    expect(rowsOf('positions').length).toBeGreaterThan(ledger.events.length);
  });

  it('has GeoJSON that a linter finds right', () => {
    expect(geoJsonProblems(read('events.geojson'))).toEqual([]);
    const { features } = JSON.parse(read('events.geojson')) as { features: unknown[] };
    expect(features).toHaveLength(ledger.events.filter(({ retracted }) => retracted === undefined).length);
  });

  it('has JSON-LD that the reference processor reads without dropping anything', async () => {
    const quads = await quadsOf(read('ledger.jsonld'));
    const claims = quads.filter(
      ({ predicate, object }) => predicate.value.endsWith('#type') && object.value === 'https://schema.org/Claim',
    );
    expect(new Set(claims.map(({ subject }) => subject.value)).size).toBeGreaterThanOrEqual(ledger.claims.length);
  });

  it('has a citation that a reader of CFF understands, under the licence of the data', () => {
    const text = read('CITATION.cff');
    const [cited, ...others] = new Cite(text, { forceType: '@else/yaml' }).data;
    expect(others).toEqual([]);
    expect(cited).toMatchObject({
      type: 'dataset',
      title: 'Counterclaim',
      version: '2026.1',
      author: [{ literal: 'Counterclaim contributors' }],
      issued: { 'date-parts': [[2026, 11, 21]] },
    });
    const licence = readFileSync(new URL('../../../../../LICENSE-DATA', import.meta.url), 'utf8');
    // What CFF 1.2.0 asks for, and what nothing else is allowed beside.
    const fields = parse(text) as Record<string, unknown>;
    expect(fields).toMatchObject({ 'cff-version': '1.2.0', license: 'CC-BY-4.0' });
    expect(licence).toContain('(CC BY 4.0)');
    expect(licence).toContain(String(fields['license-url']).replace(/\/$/, ''));
    expect(licence).toContain('Copyright (c) 2026 Counterclaim contributors');
    expect(Object.keys(fields).sort()).toEqual(
      [
        'abstract',
        'authors',
        'cff-version',
        'date-released',
        'identifiers',
        'keywords',
        'license',
        'license-url',
        'message',
        'title',
        'type',
        'version',
      ].sort(),
    );
    expect(Object.values(fields).filter((field) => field === undefined || field === '')).toEqual([]);
  });

  it('explains every file in its README', () => {
    const text = read('README.md');
    for (const name of readdirSync(folder)) if (name !== 'README.md') expect(text).toContain(`\`${name}\``);
    expect(text).toContain(ledger.digest);
  });
});

/** Whoever changes a rule or a writer makes the next release, with the same records if need be (ADR 0009). */
it('the latest release of the repository is made again, byte for byte', async () => {
  const root = mkdtempSync(join(tmpdir(), 'again-'));
  try {
    // What a fresh clone has.
    const releases = fileURLToPath(releasesFolder);
    copyFileSync(join(releases, 'index.json'), join(root, 'index.json'));
    for (const { version } of readReleaseIndex().releases) {
      mkdirSync(join(root, version));
      copyFileSync(join(releases, version, 'ledger.json'), join(root, version, 'ledger.json'));
    }
    const { code, out, err } = await call('release', '--again', '--to', root);
    expect({ code, err }, out).toEqual({ code: 0, err: '' });
  } finally {
    rmSync(root, { recursive: true });
  }
});
