import { failure, type Ledger, type Result, success } from '@counterclaim/domain';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { ledgerFile, writeLedger } from './ledger-file.ts';
import { load } from './load.ts';
import type { Problem } from './problem.ts';
import type { PublishedRelease } from './since-release.ts';

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
