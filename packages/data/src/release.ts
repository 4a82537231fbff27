import { failure, type Ledger, type Result, success } from '@counterclaim/domain';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { ledgerFile, writeLedger } from './ledger-file.ts';
import { load } from './load.ts';
import type { Problem } from './problem.ts';

/** Checks the records of a folder and writes their ledger; one problem, and nothing is written. */
export function release(folder: string | URL, file: URL = ledgerFile): Result<Ledger, readonly Problem[]> {
  const checked = check(load(folder));
  if (!checked.ok) return failure(checked.error);
  const ledger = compile(checked.value);
  writeLedger(ledger, file);
  return success(ledger);
}
