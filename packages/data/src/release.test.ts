import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedger } from './ledger-file.ts';
import { release } from './release.ts';

describe('release', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes the ledger of records that keep every rule', () => {
    const file = pathToFileURL(join(folder, 'ledger.json'));
    const released = release(new URL('../test/good/', import.meta.url), file);
    expect(released).toEqual({ ok: true, value: readLedger(file) });
  });

  it('writes nothing when there is a problem', () => {
    const file = pathToFileURL(join(folder, 'ledger.json'));
    expect(release(new URL('../test/bad/', import.meta.url), file).ok).toBe(false);
    expect(existsSync(file)).toBe(false);
  });
});
