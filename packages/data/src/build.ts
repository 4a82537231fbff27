import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordsFolder } from './folder.ts';
import { ledgerFile } from './ledger-file.ts';
import { formatProblem } from './problem.ts';
import { release } from './release.ts';
import { publishedRelease } from './since-release.ts';

const released = release(recordsFolder, ledgerFile, publishedRelease());
if (released.ok) {
  const { events, sources, claims, digest } = released.value;
  console.log(`${events.length} events, ${sources.length} sources, ${claims.length} claims: ${digest}`);
} else {
  const folder = relative(process.cwd(), fileURLToPath(recordsFolder));
  for (const problem of released.error) console.error(formatProblem(problem, folder));
  console.error(`${released.error.length} problems in the records: no ledger was written`);
  process.exitCode = 1;
}
