import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { waitOption } from '../../wait-option.ts';

/** Adds `remove`. */
export function addRemove(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('remove')
    .summary('take a dataset out of the ledger')
    .description(
      'Take a dataset with all its records out of the ledger that the server uses (COUNTERCLAIM_DATA), in one transaction. ' +
        'It asks nothing, and says what it removed: whoever has the files can import them again. ' +
        'The curated dataset stays, and so does one whose records are named by those of another.',
    )
    .argument('<dataset>', 'id of the dataset, as counterclaim datasets lists it')
    .addOption(waitOption())
    .option('--json', 'print an object {removed: {id, digest, events, claims, sources, actors, places}}')
    .addHelpText(
      'after',
      `
Exit codes:
  0  the dataset was removed
  1  never
  2  nothing was removed: there is no such dataset, it must stay, the ledger cannot be written, or the command was misused

Examples:
  counterclaim remove ucdp-ged
  counterclaim remove acled --wait 600 --json`,
    )
    .action(async (dataset: string, options: { readonly wait: string; readonly json?: true }) => {
      const { removeFromLedger } = await import('./remove-from-ledger.ts');
      finish(await removeFromLedger(dataset, options, output));
    });
}
