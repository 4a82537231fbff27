import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';

/** Adds `datasets`. */
export function addDatasets(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('datasets')
    .summary('tell what the ledger holds')
    .description(
      'List the datasets of the ledger that the server uses (COUNTERCLAIM_DATA): id, which release of what it is by its own ' +
        'documents, numbers of events, claims and documents, and the digest of what it was loaded from.',
    )
    .option(
      '--json',
      'print an object {datasets: [{id, release, published, url, events, claims, sources, actors, places, digest}]}',
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0  the datasets were listed
  1  never
  2  there is no ledger, or it cannot be opened, or the command was misused

Examples:
  counterclaim datasets
  counterclaim datasets --json | jq -r '.datasets[].id'`,
    )
    .action(async (options: { readonly json?: true }) => {
      const { listDatasets } = await import('./list-datasets.ts');
      finish(await listDatasets(options, output));
    });
}
