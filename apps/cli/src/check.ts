import { check, compile, type Records } from '@counterclaim/data';
import type { Command } from 'commander';
import type { ExitCode, Output } from './output.ts';
import { counted, openRecords, problemLines, shownFolder } from './records.ts';

interface CheckOptions {
  readonly json?: true;
}

const sizes = (records: Records): string =>
  [
    counted([...records.ids('events')].length, 'event'),
    counted([...records.ids('sources')].length, 'source'),
    counted([...records.ids('claims')].length, 'claim'),
    counted([...records.ids('actors')].length, 'actor'),
    counted([...records.ids('places')].length, 'place'),
  ].join(', ');

function checkFolder(folder: string | undefined, { json }: CheckOptions, { out, err }: Output): ExitCode {
  const records = openRecords(folder);
  const checked = check(records);
  const problems = checked.ok ? [] : checked.error;
  const digest = checked.ok ? compile(checked.value).digest : null;
  if (json === true) {
    out(`${JSON.stringify({ folder: shownFolder(records.folder), digest, problems }, null, 2)}\n`);
    return checked.ok ? 0 : 1;
  }
  out(problemLines(problems, records.folder));
  if (checked.ok) {
    out(`${sizes(records)}: no problems\ndigest ${digest}\n`);
    return 0;
  }
  const files = new Set(problems.map(({ file }) => file)).size;
  err(`${counted(problems.length, 'problem')} in ${counted(files, 'file')} of ${shownFolder(records.folder)}\n`);
  return 1;
}

/** Adds `check`. */
export function addCheck(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('check the records and report every problem at once')
    .description(
      'Check the records of DIR, the curated ones unless named, and report every problem at once, each as ' +
        '`file:line:column rule: what is wrong; what to do`. Without a problem, print the digest of the ledger they make.',
    )
    .argument('[dir]', 'folder with actors, places, events and sources')
    .option('--json', 'print an object {folder, digest, problems: [{file, line, column, rule, what, remedy}]}')
    .addHelpText(
      'after',
      `
Exit codes:
  0  no problem
  1  problems, all of them printed
  2  the folder cannot be read, or the command was misused

Examples:
  counterclaim check
  counterclaim check packages/data/records
  counterclaim check --json | jq -r '.problems[].rule' | sort | uniq -c`,
    )
    .action((folder: string | undefined, options: CheckOptions) => {
      finish(checkFolder(folder, options, output));
    });
}
