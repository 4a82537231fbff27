import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Ledger } from '@counterclaim/domain';

/** Where the records' compiled ledger lies once the package is built. */
export const ledgerFile = new URL('../dist/ledger.json', import.meta.url);

let read: Ledger | undefined;

/**
 * The curated records as the package's build checked and compiled them. Read once.
 *
 * @throws Error when the package has not been built.
 */
export function curatedLedger(): Ledger {
  if (read !== undefined) return read;
  try {
    // The build has checked it: only records that keep every rule are written.
    read = JSON.parse(readFileSync(ledgerFile, 'utf8')) as Ledger;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${fileURLToPath(ledgerFile)} does not exist: build the package @counterclaim/data`, {
      cause: error,
    });
  }
  return read;
}
