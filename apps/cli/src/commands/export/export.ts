import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import type { ExportOptions } from './run-export.ts';

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds `export`. */
export function addExport(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('export')
    .summary('write events of the ledger in another format')
    .description(
      'Write events of the ledger that the server uses (COUNTERCLAIM_DATA), with what is derived of them, as FORMAT: csv or geojson ' +
        'as the API gives them, or a table like ucdp-ged or gtd, with a report of what such a table cannot say. ' +
        'The file comes to be at once, whole, in the place of one that is there; its name ends in .gz where it should be packed.',
    )
    .argument('<format>', 'ucdp-ged, gtd, csv or geojson')
    .requiredOption('--to <file>', 'the file to write')
    .option('--dataset <id>', 'only events of this dataset; may be repeated', collect)
    .option('--query <filters>', "filters and order as in the API's addresses: 'status=contested&date=2020-11..'")
    .option('--losses <file>', 'list what a table cannot say in this file, as JSON Lines, and not on standard error')
    .option('--json', 'print an object {format, file, rows, losses}')
    .addHelpText(
      'after',
      `
Exit codes:
  0  the file was written; what it cannot say was told
  1  never
  2  nothing was written: there is no ledger, a filter is refused, the file cannot be written, the ledger changed meanwhile, or
     the command was misused

Examples:
  counterclaim export ucdp-ged --dataset ucdp-ged --to ged.csv.gz
  counterclaim export gtd --query 'kind=attack&date=2020' --to attacks.csv --losses losses.jsonl
  counterclaim export geojson --query 'place=kabul&asOf=2020-12-31' --to kabul.geojson`,
    )
    .action(async (format: string, options: ExportOptions) => {
      const { runExport } = await import('./run-export.ts');
      finish(await runExport(format, options, output));
    });
}
