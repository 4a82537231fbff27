import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblem, type Ground, recordsFolder, type Revised, schemasFrom } from '@counterclaim/data';
import { type Command, InvalidArgumentError } from 'commander';
import { changeFiles, recoverFiles } from './change-files.ts';
import type { ExitCode, Output } from './output.ts';
import { counted, openRecords, shownFolder } from './records.ts';
import { releaseFor } from './release-for.ts';

/** Options of every command that changes records. */
export interface ReviseOptions {
  readonly reason: string;
  readonly date?: string;
  readonly records?: string;
  readonly releases?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

function parseDay(text: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('Write a day that exists, as in 2021-03-01.');
  }
  return text;
}

function parseReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > 400) {
    throw new InvalidArgumentError('Write one or two sentences for readers, of at most 400 characters.');
  }
  return reason;
}

/** Adds the options of every command that changes records. */
export const withReviseOptions = (command: Command): Command =>
  command
    .requiredOption('--reason <text>', 'why, for readers: one or two sentences, without names of curators', parseReason)
    .option('--date <day>', 'day of the change, YYYY-MM-DD in UTC, today unless given', parseDay)
    .option('--records <dir>', 'folder of the records, the curated ones unless named')
    .option('--releases <dir>', 'folder of the releases whose latest the records are held against')
    .option('--dry-run', 'write nothing: tell which files would change')
    .option(
      '--json',
      'print an object {written, files: [{file, before, after}], notes, refusals: [{where, what, remedy}], problems}',
    );

/** What the exit codes of a command that changes records mean, for its help. */
export const EXIT_CODES = `
Exit codes:
  0  the records were changed; the paths of their files stand on standard output
  1  nothing was written: something stands against it, or the check would find a problem that it does not find now
  2  the folder cannot be read or written, or the command was misused`;

/** Today in UTC. The only clock here. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** Changes records, all or nothing, and tells which files, or why nothing. */
export function revise(
  make: (ground: Ground, date: string) => Revised,
  options: ReviseOptions,
  { out, err }: Output,
): ExitCode {
  const { json, dryRun } = options;
  const isDry = dryRun === true;
  const folder = options.records ?? fileURLToPath(recordsFolder);
  const recovered = recoverFiles(folder);
  if (recovered.length > 0) err(`a change was interrupted: put back ${recovered.join(', ')}\n`);
  const records = openRecords(folder);
  const published = releaseFor(records.folder, options.releases);
  const made = make({ records, published, schemas: schemasFrom(records.folder) }, options.date ?? today());
  const shown = shownFolder(records.folder);
  if (!made.ok) {
    const { problems } = made.error;
    const refusals = made.error.refusals.map(({ field, what, remedy }) => ({
      where: field.toUpperCase(),
      what,
      remedy,
    }));
    if (json === true) {
      out(`${JSON.stringify({ written: false, files: [], notes: [], refusals, problems }, null, 2)}\n`);
      return 1;
    }
    for (const problem of problems) out(`${formatProblem(problem, shown)}\n`);
    for (const { where, what, remedy } of refusals) err(`${where}: ${what}; ${remedy}\n`);
    if (problems.length > 0) err(`nothing was written: the check would find ${counted(problems.length, 'problem')}\n`);
    else err('nothing was written\n');
    return 1;
  }
  const { files, notes } = made.value;
  if (!isDry) changeFiles(records.folder, files);
  if (json === true) {
    out(`${JSON.stringify({ written: !isDry, files, notes, refusals: [], problems: [] }, null, 2)}\n`);
    return 0;
  }
  for (const { file, before, after } of files) {
    const fate = before === null ? ' (new)' : after === null ? ' (gone)' : '';
    out(`${join(shown, file)}${fate}\n`);
  }
  for (const note of notes) err(`${note}\n`);
  const against = published === undefined ? 'no release' : `release ${published.version}`;
  err(`${counted(files.length, 'file')} ${isDry ? 'would change' : 'changed'}; held against ${against}\n`);
  return 0;
}
