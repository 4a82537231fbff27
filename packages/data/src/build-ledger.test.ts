import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildLedger } from './build-ledger.ts';
import { readLedger } from './ledger/ledger-file.ts';

describe('buildLedger', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes the ledger of records that keep every rule', () => {
    const file = pathToFileURL(join(folder, 'ledger.json'));
    const built = buildLedger(new URL('../test/good/', import.meta.url), file);
    expect(built).toEqual({ ok: true, value: readLedger(file) });
  });

  it('writes nothing when there is a problem', () => {
    const file = pathToFileURL(join(folder, 'ledger.json'));
    expect(buildLedger(new URL('../test/bad/', import.meta.url), file).ok).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  it('writes nothing of what was edited in silence since a release', () => {
    const before = new URL('../test/edited/before/', import.meta.url);
    const file = pathToFileURL(join(folder, 'ledger.json'));
    const built = buildLedger(before, file);
    if (!built.ok) throw new Error('the records that were released are bad');
    const actors = built.value.actors.map((actor) => ({ ...actor, name: `${actor.name}.` }));
    const published = { version: '2020.1', date: '2020-03-31', ledger: { ...built.value, actors } };
    rmSync(file);
    const again = buildLedger(before, file, published);
    expect(again.ok ? [] : again.error.map(({ rule }) => rule)).toEqual(actors.map(() => 'silent-edit'));
    expect(existsSync(file)).toBe(false);
  });
});
