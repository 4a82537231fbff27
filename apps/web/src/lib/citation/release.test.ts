import { expect, test } from 'vitest';
import { citeRelease } from './release.ts';

test('a release is cited by version, day, digest and address', () => {
  const digest = 'ab'.repeat(32);
  expect(citeRelease({ version: '2026.1', date: '2026-11-21', digest }, 'https://example.org')).toBe(
    `Counterclaim contributors. Counterclaim, release 2026.1. 21 November 2026. Ledger sha256 ${digest}. CC BY 4.0. https://example.org/data/2026.1`,
  );
});
