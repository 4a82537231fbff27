import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';

/** Adds `backup`. */
export function addBackup(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('backup')
    .summary('copy the ledger, while it is served and written')
    .description(
      'Copy the ledger that the server uses (COUNTERCLAIM_DATA), as it stands at one moment, to FILE. Nobody has to stop: a server ' +
        'goes on answering, an import goes on writing, and what it has not finished is not in the copy. The copy is looked ' +
        'through, and is at its place only when it is whole and on disk. To put it back, stop the server, move ledger.sqlite, ' +
        'ledger.sqlite-wal and ledger.sqlite-shm away, and let the copy take the place of the first.',
    )
    .argument('<file>', 'where nothing is yet')
    .option('--json', 'print an object {file, bytes, revision, datasets: [{id, digest, events, claims, …}]}')
    .addHelpText(
      'after',
      `
Exit codes:
  0  the copy is at its place
  1  never
  2  there is no ledger, the copy cannot be written or is damaged, or the command was misused; no copy is left

Examples:
  counterclaim backup /srv/backup/ledger-2026-11-30.sqlite
  COUNTERCLAIM_DATA=/srv/counterclaim counterclaim backup ledger.sqlite --json | jq -r .revision`,
    )
    .action(async (file: string, options: { readonly json?: true }) => {
      const { backUp } = await import('./back-up.ts');
      finish(await backUp(file, options, output));
    });
}
