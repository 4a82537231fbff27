import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson, type Ledger } from '@counterclaim/domain';

/** Where the records' compiled ledger lies once the package is built. */
export const ledgerFile = new URL('../../dist/ledger.json', import.meta.url);

/** Writes a ledger. Whoever reads meanwhile gets the old one or the new one, never half of one. */
export function writeLedger(ledger: Ledger, file: URL = ledgerFile): void {
  const path = fileURLToPath(file);
  writeFileSync(`${path}.new`, `${canonicalJson(ledger)}\n`);
  renameSync(`${path}.new`, path);
}

/**
 * Reads a ledger that was written; only ledgers of checked records are.
 *
 * @throws Error when there is none.
 */
export function readLedger(file: URL = ledgerFile): Ledger {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Ledger;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${fileURLToPath(file)} does not exist: build the package @counterclaim/data`, { cause: error });
  }
}

let curated: Ledger | undefined;

/**
 * The curated records as the package's build checked and compiled them. Read once.
 *
 * @throws Error when the package has not been built.
 */
export const curatedLedger = (): Ledger => (curated ??= readLedger());
