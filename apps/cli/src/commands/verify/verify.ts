import { verify, type Verification } from '@counterclaim/data';
import type { Command } from 'commander';
import { readDocument, requireSources, sourcesOption } from '../../document.ts';
import type { ExitCode, Output } from '../../output.ts';
import { counted, openRecords, problemLines, shownFolder } from '../../records.ts';

interface VerifyOptions {
  readonly sources: string;
  readonly complete?: true;
  readonly json?: true;
}

function exitCode({ problems, missing, texts }: Verification, complete: boolean): ExitCode {
  if (problems.length > 0 || (complete && missing.length > 0)) return 1;
  return texts === 0 && missing.length > 0 ? 2 : 0;
}

function verifyRecords(folder: string | undefined, options: VerifyOptions, { out, err }: Output): ExitCode {
  requireSources(options.sources);
  const records = openRecords(folder);
  const unread = records.files.filter(({ readable }) => !readable);
  if (unread.length > 0) {
    out(problemLines(records.problems, records.folder));
    err(`${counted(unread.length, 'file')} cannot be read: correct them first\n`);
    return 2;
  }
  const verification = verify(records, (source) => readDocument(options.sources, source));
  const { problems, passages, passagesRead, texts, missing } = verification;
  const code = exitCode(verification, options.complete === true);
  if (options.json === true) {
    out(`${JSON.stringify({ folder: shownFolder(records.folder), ...verification }, null, 2)}\n`);
    return code;
  }
  out(problemLines(problems, records.folder));
  out(`${passages} of ${counted(passagesRead, 'passage')} match, in ${counted(texts, 'text')}\n`);
  if (missing.length > 0) {
    err(`no text in ${options.sources} for ${counted(missing.length, 'source')}: ${missing.join(', ')}\n`);
  }
  return code;
}

/** Adds `verify`. */
export function addVerify(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  program
    .command('verify')
    .summary('hold every passage and digest against the documents')
    .description(
      'Recompute the digest of every source and the position and digest of every passage from the texts DIR/<source-id>.txt, ' +
        'and name what does not match: where it stands in the records, what was expected and found, and what to do.',
    )
    .addOption(sourcesOption())
    .option('--records <dir>', 'folder of the records, the curated ones unless named')
    .option('--complete', 'fail when the text of a source is missing')
    .option('--json', 'print an object {folder, problems, passages, passagesRead, texts, missing}')
    .addHelpText(
      'after',
      `
Exit codes:
  0  every passage and digest whose text is there matches
  1  something does not match or, with --complete, a text is missing
  2  nothing could be verified: a folder or record cannot be read, no text is there, or the command was misused

Examples:
  counterclaim verify --sources ../texts
  counterclaim verify --sources ../texts --complete
  counterclaim verify --sources ../texts --json | jq .passages`,
    )
    .action((options: VerifyOptions & { readonly records?: string }) => {
      finish(verifyRecords(options.records, options, output));
    });
}
