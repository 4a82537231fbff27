import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  check,
  compile,
  latestRelease,
  type ListedRelease,
  publishedRelease,
  readReleaseIndex,
  RELEASE_INDEX,
  type ReleaseIndex,
  releasesFolder,
} from '@counterclaim/data';
import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { counted, openRecords, problemLines, shownFolder } from '../../records.ts';
import { admit, admitDate } from './admit.ts';
import { isThere, makeAgain } from './again.ts';
import { prepareFolder, publish, writeDurably } from './folder.ts';
import { type MadeRelease, makeRelease, methodology } from './make.ts';
import { Refusal, writing } from './refusal.ts';

interface ReleaseOptions {
  readonly records?: string;
  readonly to?: string;
  readonly date?: string;
  readonly again?: true;
  readonly missing?: true;
  readonly json?: true;
}

/** The day that it is, in UTC: the only clock of a release, and recorded in it. */
const today = (): string => new Date().toISOString().slice(0, 10);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const sizeOf = ({ files }: ListedRelease): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Whether this software would write the very files that were released. */
async function isMadeAsBefore(listed: ListedRelease, index: ReleaseIndex, folder: string): Promise<boolean> {
  return (await makeAgain(listed, index, folder)).every(({ released, made }) => released === made);
}

async function release(version: string | undefined, options: ReleaseOptions, { out, err }: Output): Promise<ExitCode> {
  const folder = options.to ?? fileURLToPath(releasesFolder);
  const date = admitDate(options.date ?? today());
  const index = readReleaseIndex(folder);
  admit(version, date, index, shownFolder(folder));
  const records = openRecords(options.records);
  const published = publishedRelease(folder);
  const checked = check(records, published);
  if (!checked.ok) {
    if (options.json === true) {
      out(`${JSON.stringify({ folder: shownFolder(folder), release: null, problems: checked.error }, null, 2)}\n`);
    } else out(problemLines(checked.error, records.folder));
    err(`${counted(checked.error.length, 'problem')} in the records: nothing was released\n`);
    return 1;
  }
  const ledger = compile(checked.value);
  const latest = latestRelease(index);
  const made = await makeRelease({
    version: version ?? '',
    date,
    ledger,
    before: latest && published && { listed: latest, ledger: published.ledger },
  });
  if (latest !== undefined && (await isSame(latest, made, index, folder))) {
    throw new Refusal(
      `${join(shownFolder(folder), latest.version)} has these very records (digest ${ledger.digest}), by the same rules and in the same formats: ` +
        'there is nothing to release until a record changes',
    );
  }
  writing(shownFolder(folder), 'nothing was released', () => {
    prepareFolder(folder, index);
    publish(folder, index, made.listed, made.files);
  });
  if (options.json === true) {
    out(`${JSON.stringify({ folder: shownFolder(folder), release: made.listed, problems: [] }, null, 2)}\n`);
    return 0;
  }
  for (const { name, bytes, sha256 } of made.listed.files) out(`${sha256}  ${name}  ${bytes}\n`);
  out(
    `${counted(made.files.length, 'file')}, ${megabytes(sizeOf(made.listed))}, in ${join(shownFolder(folder), made.listed.version)}; digest ${ledger.digest}\n`,
  );
  err(
    `Commit ${join(shownFolder(folder), RELEASE_INDEX)} and ${join(shownFolder(folder), made.listed.version, 'ledger.json')}: the other files are made again from them.\n`,
  );
  return 0;
}

const isSame = async (latest: ListedRelease, { listed }: MadeRelease, index: ReleaseIndex, folder: string) =>
  listed.digest === latest.digest &&
  listed.methodology.digest === latest.methodology.digest &&
  (await isMadeAsBefore(latest, index, folder));

function chosen(version: string | undefined, index: ReleaseIndex, folder: string): ListedRelease {
  const found =
    version === undefined ? latestRelease(index) : index.releases.find((release) => release.version === version);
  if (found !== undefined) return found;
  const listed = index.releases.map((release) => release.version).join(', ');
  throw new Refusal(
    `${join(folder, RELEASE_INDEX)} lists ${version === undefined ? 'no release' : `no release ${version}`}: ` +
      (listed === '' ? 'make the first one' : `name one of ${listed}`),
  );
}

/** Makes the files of one listed release again, or, where only missing ones are asked for and none is named, of all. */
async function releaseAgain(version: string | undefined, options: ReleaseOptions, output: Output): Promise<ExitCode> {
  const folder = options.to ?? fileURLToPath(releasesFolder);
  const shown = shownFolder(folder);
  const index = readReleaseIndex(folder);
  if (options.missing !== true) return makeListed(chosen(version, index, shown), index, folder, options, output);
  let code: ExitCode = 0;
  // Earlier releases first: what is served is complete up to the one that fails.
  for (const listed of version === undefined ? index.releases.toReversed() : [chosen(version, index, shown)]) {
    if (listed.files.every((file) => isThere(folder, listed.version, file))) continue;
    if ((await makeListed(listed, index, folder, options, output)) !== 0) code = 1;
  }
  return code;
}

/** Makes a release's files again, holds them against the list, and puts those that are as released in their place. */
async function makeListed(
  listed: ListedRelease,
  index: ReleaseIndex,
  folder: string,
  options: ReleaseOptions,
  { out, err }: Output,
): Promise<ExitCode> {
  const shown = shownFolder(folder);
  const files = await makeAgain(listed, index, folder);
  const written: string[] = [];
  writing(join(shown, listed.version), 'some of its files are not in place', () => {
    mkdirSync(join(folder, listed.version), { recursive: true });
    for (const { name, released, made, content } of files) {
      if (content === null || made !== released) continue;
      if (isThere(folder, listed.version, { name, sha256: released })) continue;
      writeDurably(join(folder, listed.version, name), content.content);
      written.push(name);
    }
  });
  const others = files.filter(({ released, made }) => released !== made);
  if (options.json === true) {
    const told = files.map(({ name, released, made }) => ({ name, released, made, written: written.includes(name) }));
    out(`${JSON.stringify({ folder: shown, version: listed.version, files: told }, null, 2)}\n`);
  } else {
    for (const { name, released, made } of others) {
      out(
        `${join(shown, listed.version, name)}: released with SHA-256 ${released ?? 'none'}, made with ${made ?? 'none'}\n`,
      );
    }
    out(
      `${files.length - others.length} of ${counted(files.length, 'file')} of ${listed.version} made as released; ${written.length} put in place\n`,
    );
  }
  if (others.length === 0) return 0;
  const why =
    listed.methodology.digest === methodology().digest
      ? 'this software writes other files than the one that made the release'
      : 'this software derives by other rules than the release';
  err(`${why}: check out the state of the repository that added ${listed.version} to ${join(shown, RELEASE_INDEX)}\n`);
  return 1;
}

/** Adds `release`. */
export function addRelease(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('release')
    .summary('freeze the records as a release that can be cited')
    .description(
      'Check the records and write them as the release VERSION: a folder DIR/VERSION with the ledger, tables, JSON-LD, GeoJSON, ' +
        'Parquet, checksums, a citation and a changelog against the release before, listed in DIR/index.json. Versions are <year>.<n>. ' +
        'What is written depends on the records, the release before, the version and the date, and on nothing else. ' +
        'A release never changes: its files can be made again, byte for byte, from its ledger.',
    )
    .argument('[version]', 'version of the release, as 2026.1; with --again the latest unless named')
    .option('--records <dir>', 'folder of the records, the curated ones unless named')
    .option('--to <dir>', 'folder of releases, that of the repository unless named')
    .option('--date <day>', 'day of the release, YYYY-MM-DD; today (UTC) unless given')
    .option('--again', 'make the files of a listed release again from its ledger, and hold them against the list')
    .option(
      '--missing',
      'as --again, of every release unless one is named, but only where a file is missing or not as released',
    )
    .option(
      '--json',
      'print an object: {folder, release, problems}, or with --again {folder, version, files}, one for each release',
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0  the release was made; with --again, every file is as it was released
  1  the records have problems, all of them printed; with --again, a file is not as it was released
  2  the release was refused or could not be written (nothing was released), or the command was misused

Examples:
  counterclaim release 2026.1
  counterclaim release 2026.1 --to ../releases --date 2026-11-21
  counterclaim release 2026.1 --again
  counterclaim release --missing`,
    )
    .action(async (version: string | undefined, options: ReleaseOptions) => {
      const isAgain = options.again === true || options.missing === true;
      if (isAgain && (options.date ?? options.records) !== undefined) {
        throw new Refusal('--again makes what was released: leave out --date and --records');
      }
      finish(await (isAgain ? releaseAgain : release)(version, options, output));
    });
}
