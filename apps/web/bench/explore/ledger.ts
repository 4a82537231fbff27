import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../cli/', import.meta.url));

/** Fills a folder with a ledger of so many events: a file drawn from a real one, imported as `counterclaim import` does. */
export function makeLedger(folder: string, events: number): void {
  const run = (words: readonly string[]): void => {
    try {
      execFileSync(process.execPath, words, {
        cwd: cli,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, COUNTERCLAIM_DATA: folder },
      });
    } catch (error) {
      // 1: some rows of the drawn file are rejected, as in the real one.
      if ((error as { status?: number }).status !== 1) throw error;
    }
  };
  const file = join(folder, 'ged.csv');
  run(['bench/ged-file.ts', String(events), file]);
  run([
    'bin/counterclaim.js',
    'import',
    'ucdp-ged',
    file,
    '--release',
    '23.1',
    '--report',
    join(folder, 'report.jsonl'),
  ]);
}
