import { join } from 'node:path';
import { layOutRecords, schemasFrom } from '@counterclaim/data';
import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { counted, openRecords, problemLines, shownFolder } from '../../records.ts';
import { replaceFile } from '../../write-file.ts';

interface FmtOptions {
  readonly check?: true;
  readonly json?: true;
}

/** Lays out every file of a folder of records, or, with `check`, names those that are not laid out. */
function fmt(folder: string | undefined, { check, json }: FmtOptions, { out, err }: Output): ExitCode {
  const records = openRecords(folder);
  const { files, problems } = layOutRecords(records, schemasFrom(records.folder));
  const changed = files.filter(({ text, laidOut }) => text !== laidOut);
  if (check !== true) for (const { file, laidOut } of changed) replaceFile(join(records.folder, file), laidOut);
  const shown = shownFolder(records.folder);
  const code = problems.length > 0 || (check === true && changed.length > 0) ? 1 : 0;
  if (json === true) {
    const names = changed.map(({ file }) => file);
    out(`${JSON.stringify({ folder: shown, files: files.length, changed: names, problems }, null, 2)}\n`);
    return code;
  }
  for (const { file } of changed) out(`${join(shown, file)}\n`);
  out(problemLines(problems, records.folder));
  if (problems.length > 0) {
    const left = new Set(problems.map(({ file }) => file)).size;
    err(`${counted(left, 'file')} left alone: put right what is told of above, then lay out again\n`);
  }
  const all = counted(files.length, 'file');
  if (check !== true) err(`${changed.length} of ${all} changed\n`);
  else if (changed.length === 0) err(`${all}, each as it should be\n`);
  else
    err(`${changed.length} of ${all} not laid out: run counterclaim fmt${folder === undefined ? '' : ` ${folder}`}\n`);
  return code;
}

/** Adds `fmt`. */
export function addFmt(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('fmt')
    .summary('lay out the records in the one canonical form')
    .description(
      'Lay out every record of DIR, the curated ones unless named: the line that names its JSON Schema first, keys in the ' +
        'order of the schema, two spaces for each level, lines of 120 columns, a blank line between claims. Values never ' +
        'change, comments stay where they stand, and a second time nothing changes. Prints the files that changed.',
    )
    .argument('[dir]', 'folder with actors, places, events and sources')
    .option('--check', 'change nothing: print the files that would change, and fail if there are any')
    .option(
      '--json',
      'print an object {folder, files, changed: [file], problems: [{file, line, column, rule, what, remedy}]}',
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0  every file is laid out
  1  with --check, a file would change; or a file cannot be read as YAML, and was left as it is
  2  the folder cannot be read or written, or the command was misused

Examples:
  counterclaim fmt
  counterclaim fmt --check
  counterclaim fmt packages/data/records
  counterclaim fmt --check --json | jq -r '.changed[]'`,
    )
    .action((folder: string | undefined, options: FmtOptions) => {
      finish(fmt(folder, options, output));
    });
}
