import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { fixture } from './call.ts';

/** Copies of the tests' own records and texts, for one test at a time: asked for in a `describe`, they are new in each of its tests. */
export function copies(): { readonly records: string; readonly texts: string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copies-'));
    for (const name of ['records', 'texts']) cpSync(fixture(name), join(folder, name), { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    get records() {
      return join(folder, 'records');
    },
    get texts() {
      return join(folder, 'texts');
    },
  };
}
