import { join } from 'node:path';
import { type Records, schemasFrom, type Scaffolded } from '@counterclaim/data';
import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { openRecords, shownFolder } from '../../records.ts';
import { createFile } from '../../write-file.ts';

/** Options that every kind of record has. */
export interface MakeOptions {
  readonly records?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** How the options are called from which fields come that are called otherwise. */
const OPTION_OF: Readonly<Record<string, string>> = {
  time: 'date',
  places: 'place',
  partOf: 'part-of',
  refs: 'ref',
  aliases: 'alias',
  geometry: 'at',
  radiusKm: 'radius',
  textDigest: 'text',
};

const optionOf = (field: string): string => `--${OPTION_OF[field] ?? field}`;

/** Adds the options of every kind of record. */
export const withMakeOptions = (command: Command): Command =>
  command
    .option('--id <id>', 'the id, where the one that is derived will not do: refused where it is taken')
    .option('--records <dir>', 'folder of the records, the curated ones unless named')
    .option('--dry-run', 'write nothing: print the record')
    .option(
      '--json',
      'print an object {written, id, path, text, alike, open: [problem], refusals: [{option, what, remedy}]}',
    );

/** What the exit codes of each kind of record mean, for its help. */
export const EXIT_CODES = `
Exit codes:
  0  the record was written; what it still needs stands on standard error
  1  nothing was written: the id is taken, something named is not there, or a value is none
  2  the folder cannot be read or written, or the command was misused`;

/** Collects the values of an option that may stand several times. */
export const several =
  <Value>(parse: (text: string) => Value) =>
  (text: string, before: readonly Value[] | undefined): Value[] => [...(before ?? []), parse(text)];

/** `name=value`, several times, as one map. */
export function registry(text: string, before: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('Write <registry>=<id>.');
  return { ...before, [name]: value };
}

/** Makes a record and writes it, and tells where it is and what comes next. */
export function makeRecord(
  make: (records: Records, schemas: string) => Scaffolded,
  { records: folder, dryRun, json }: MakeOptions,
  next: (id: string) => string,
  { out, err }: Output,
): ExitCode {
  const records = openRecords(folder);
  const made = make(records, schemasFrom(records.folder));
  if (!made.ok) {
    const refusals = made.error.map(({ field, what, remedy }) => ({ option: optionOf(field), what, remedy }));
    if (json === true) out(`${JSON.stringify({ written: false, open: [], refusals }, null, 2)}\n`);
    else for (const { option, what, remedy } of refusals) err(`${option}: ${what}; ${remedy}\n`);
    return 1;
  }
  const { id, file, text, alike, open } = made.value;
  const path = join(shownFolder(records.folder), file);
  if (dryRun !== true) createFile(join(records.folder, file), text);
  if (json === true) {
    out(
      `${JSON.stringify({ written: dryRun !== true, id, path, text, alike: alike ?? null, open, refusals: [] }, null, 2)}\n`,
    );
    return 0;
  }
  out(dryRun === true ? text : `${path}\n`);
  if (dryRun === true) err(`${path}: not written\n`);
  if (alike !== undefined)
    err(`${join(shownFolder(records.folder), alike)} is there: look whether it is of the same thing\n`);
  for (const { what, remedy } of open) err(`check will say: ${what}; ${remedy}\n`);
  err(`next: ${next(id)}\n`);
  return 0;
}
