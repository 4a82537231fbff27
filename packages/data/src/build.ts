import { renameSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '@counterclaim/domain';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { recordsFolder } from './folder.ts';
import { ledgerFile } from './ledger-file.ts';
import { load } from './load.ts';
import { formatProblem } from './problem.ts';

// Checks the records and writes their ledger; one problem, and nothing is written.
const checked = check(load(recordsFolder));
if (checked.ok) {
  const ledger = compile(checked.value);
  const file = fileURLToPath(ledgerFile);
  // Whoever reads meanwhile sees the old ledger or the new one, never half of one.
  writeFileSync(`${file}.new`, `${canonicalJson(ledger)}\n`);
  renameSync(`${file}.new`, file);
  console.log(
    `${ledger.events.length} events, ${ledger.sources.length} sources, ${ledger.claims.length} claims: ${ledger.digest}`,
  );
} else {
  const folder = relative(process.cwd(), fileURLToPath(recordsFolder));
  for (const problem of checked.error) console.error(formatProblem(problem, folder));
  console.error(`${checked.error.length} problems in the records: no ledger was written`);
  process.exitCode = 1;
}
