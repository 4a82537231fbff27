import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLedger } from './build-ledger.ts';
import { ledgerFile } from './ledger/ledger-file.ts';
import { formatProblem } from './problem/problem.ts';
import { recordsFolder } from './reading/records-folder.ts';
import { publishedRelease } from './releases/since-release.ts';

const built = buildLedger(recordsFolder, ledgerFile, publishedRelease());
if (built.ok) {
  const { events, sources, claims, digest } = built.value;
  console.log(`${events.length} events, ${sources.length} sources, ${claims.length} claims: ${digest}`);
} else {
  const folder = relative(process.cwd(), fileURLToPath(recordsFolder));
  for (const problem of built.error) console.error(formatProblem(problem, folder));
  console.error(`${built.error.length} problems in the records: no ledger was written`);
  process.exitCode = 1;
}
