import type { Command } from 'commander';
import { waitOption } from '../../wait-option.ts';
import type { ExitCode, Output } from '../../output.ts';
import type { ImportOptions } from './run-import.ts';

/** Adds `import`. */
export function addImport(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('import')
    .summary('bring a release of another dataset into the ledger')
    .description(
      'Read a release of a dataset of others, and put it beside the curated records: each row becomes an event, and claims by the ' +
        'dataset’s maker. FORMAT is ucdp-ged, acled or gtd. Several files are one release, as years that come apart. ' +
        'What the ledger held of the dataset before is replaced, in one transaction: whatever goes wrong, it is as it was. ' +
        'A file may be packed as gzip or zip; of an archive with several tables, one is named as archive.zip:table.csv. ' +
        'The ledger is the one that the server uses, by the same variables (COUNTERCLAIM_DATA).',
    )
    .argument('<format>', 'ucdp-ged, acled or gtd')
    .argument('<file...>', 'the files of one release')
    .option('--strict', 'stop at the first row that is rejected, and keep nothing')
    .option('--dry-run', 'do everything, and keep nothing')
    .option('--dataset <id>', 'id of the dataset in the ledger, that of the format unless given')
    .option('--release <version>', 'version of the release, where the names of the files do not say it')
    .option('--published <date>', 'when the release was published (EDTF), where it is not known')
    .option('--title <text>', 'what the dataset is called, its own name unless given')
    .option('--url <address>', 'where it is described, its publisher’s page unless given')
    .option('--report <file>', 'where problems are listed; counterclaim-import-….jsonl in this folder unless named')
    .addOption(waitOption())
    .option(
      '--json',
      'print an object {dataset, release, digest, present, kept, changes, rows, rejected, noted, report}',
    )
    .addHelpText(
      'after',
      `
The report is JSON Lines, one object a problem: {file, line, column, reason, remedy, weight}, where weight is rejected (the row
is left out), noted (it is kept) or refused (the file cannot be read on). Where a release replaces another one, an object for
each event that differs follows: {event, change}, added, changed or removed. It is never written over another file.

Exit codes:
  0  the release is in the ledger with every row, or was there already
  1  the release is in the ledger, and rows were left out
  2  nothing was kept: a file was refused or cannot be read, --strict met a rejected row, the ledger cannot be written, or the
     command was misused

Examples:
  counterclaim import ucdp-ged GEDEvent_v23_1.csv
  counterclaim import ucdp-ged ged231-csv.zip --dry-run
  counterclaim import gtd gtd-part-1.csv gtd-part-2.csv.gz --release 2022-05 --strict
  counterclaim import acled export.csv --release 2025-03-07 --report problems.jsonl --json`,
    )
    .action(async (format: string, files: string[], options: ImportOptions) => {
      // Loaded when it is asked for: other commands start without a database.
      const { runImport } = await import('./run-import.ts');
      finish(await runImport(format, files, options, output));
    });
}
