import { check, compile, problemsOf, type PublishedRelease, type Records } from '@counterclaim/data';
import { type Command, Option } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { releaseFor } from '../../release-for.ts';
import { counted, openRecords, problemLines, shownFolder } from '../../records.ts';
import { watchRecords } from './watch.ts';

interface CheckOptions {
  readonly json?: true;
  readonly releases?: string;
  readonly watch?: true;
}

const sizes = (records: Records): string =>
  [
    counted([...records.ids('events')].length, 'event'),
    counted([...records.ids('sources')].length, 'source'),
    counted([...records.ids('claims')].length, 'claim'),
    counted([...records.ids('actors')].length, 'actor'),
    counted([...records.ids('places')].length, 'place'),
  ].join(', ');

/** What was found in records, and the release that they were held against. */
interface Found {
  readonly records: Records;
  readonly checked: ReturnType<typeof check>;
  readonly published: PublishedRelease | undefined;
}

function tell({ records, checked, published }: Found, json: boolean, { out, err }: Output): void {
  const problems = checked.ok ? [] : checked.error;
  const digest = checked.ok ? compile(checked.value).digest : null;
  if (json) {
    const release = published?.version ?? null;
    out(`${JSON.stringify({ folder: shownFolder(records.folder), release, digest, problems }, null, 2)}\n`);
    return;
  }
  out(problemLines(problems, records.folder));
  if (digest !== null) {
    const held = published === undefined ? '' : `, held against release ${published.version} of ${published.date}`;
    out(`${sizes(records)}: no problems${held}\ndigest ${digest}\n`);
    return;
  }
  const files = new Set(problems.map(({ file }) => file)).size;
  err(`${counted(problems.length, 'problem')} in ${counted(files, 'file')} of ${shownFolder(records.folder)}\n`);
}

async function checkFolder(folder: string | undefined, options: CheckOptions, output: Output): Promise<ExitCode> {
  const records = openRecords(folder);
  const published = releaseFor(records.folder, options.releases);
  const checked = check(records, published);
  tell({ records, checked, published }, options.json === true, output);
  if (options.watch === true) {
    return watchRecords(records, checked.ok ? [] : checked.error, (found) => problemsOf(found, published), output);
  }
  return checked.ok ? 0 : 1;
}

/** Adds `check`. */
export function addCheck(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('check the records and report every problem at once')
    .description(
      'Check the records of DIR, the curated ones unless named, and report every problem at once, each as ' +
        '`file:line:column rule: what is wrong; what to do`. The curated records are held against the latest release, so that ' +
        'nothing that was published changes in silence. Without a problem, print the digest of the ledger they make.',
    )
    .argument('[dir]', 'folder with actors, places, events and sources')
    .option('--json', 'print an object {folder, release, digest, problems: [{file, line, column, rule, what, remedy}]}')
    .option('--releases <dir>', 'folder of the releases whose latest the records of DIR are held against')
    .addOption(
      new Option(
        '--watch',
        'check again whenever a record changes, and print what is new or gone, until Ctrl-C',
      ).conflicts('json'),
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0  no problem; with --watch, it was ended by Ctrl-C
  1  problems, all of them printed
  2  a folder cannot be read, or lists no release, or the command was misused

Examples:
  counterclaim check
  counterclaim check packages/data/records
  counterclaim check --watch
  counterclaim check copy/of/records --releases releases
  counterclaim check --json | jq -r '.problems[].rule' | sort | uniq -c`,
    )
    .action(async (folder: string | undefined, options: CheckOptions) => {
      finish(await checkFolder(folder, options, output));
    });
}
