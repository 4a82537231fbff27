import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Ledger } from '@counterclaim/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedger, writeLedger } from './ledger-file.ts';

describe('a ledger’s file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const ledger: Ledger = {
    dataset: 'curated',
    digest: 'd',
    actors: [],
    places: [],
    events: [],
    sources: [],
    claims: [],
    redirects: [],
  };

  it('holds the ledger, and replaces an older one', () => {
    const file = pathToFileURL(join(folder, 'ledger.json'));
    writeLedger({ ...ledger, digest: 'older' }, file);
    writeLedger(ledger, file);
    expect(readLedger(file)).toEqual(ledger);
    expect(readdirSync(folder)).toEqual(['ledger.json']);
  });

  it('says what to do when there is none', () => {
    expect(() => readLedger(pathToFileURL(join(folder, 'none.json')))).toThrow(
      `${join(folder, 'none.json')} does not exist: build the package @counterclaim/data`,
    );
  });
});
