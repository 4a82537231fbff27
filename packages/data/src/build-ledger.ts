import { failure, type Ledger, type Result, success } from '@counterclaim/domain';
import { check } from './check/check.ts';
import { compile } from './ledger/compile.ts';
import { ledgerFile, writeLedger } from './ledger/ledger-file.ts';
import type { Problem } from './problem/problem.ts';
import { load } from './reading/load.ts';
import type { PublishedRelease } from './releases/since-release.ts';

/**
 * Checks the records of a folder and writes their ledger; one problem, and nothing is written.
 *
 * @param published The release that they are held against.
 */
export function buildLedger(
  folder: string | URL,
  file: URL = ledgerFile,
  published?: PublishedRelease,
): Result<Ledger, readonly Problem[]> {
  const checked = check(load(folder), published);
  if (!checked.ok) return failure(checked.error);
  const ledger = compile(checked.value);
  writeLedger(ledger, file);
  return success(ledger);
}
