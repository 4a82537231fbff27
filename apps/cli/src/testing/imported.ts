import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GedCells, gedFile } from '../../../../packages/interchange/test/ged-rows.ts';
import { call } from './call.ts';

/** Imports rows of UCDP GED into the ledger of the environment, from a file in a folder. */
export async function importGed(folder: string, rows: readonly GedCells[], ...words: string[]): Promise<void> {
  const file = join(folder, `GEDEvent_v23_1.${rows.length}.csv`);
  writeFileSync(file, gedFile(rows));
  const { code, err } = await call(
    'import',
    'ucdp-ged',
    file,
    '--release',
    '23.1',
    '--report',
    `${file}.jsonl`,
    ...words,
  );
  if (code !== 0) throw new Error(err);
}
