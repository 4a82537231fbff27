import { rename } from '@counterclaim/data';
import { RECORD_TYPES, type RecordType } from '@counterclaim/domain';
import { Argument, type Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { EXIT_CODES, revise, type ReviseOptions, withReviseOptions } from '../../revise.ts';

interface RenameOptions extends ReviseOptions {
  readonly into?: true;
}

/** Adds `rename`. */
export function addRename(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  withReviseOptions(
    program
      .command('rename')
      .summary('give a record another id, or merge it into another, with a redirect from the old one')
      .description(
        'Give the record OLD of a TYPE the id NEW: its file and its id, or the slug of a claim, every record, exception and floor that names ' +
          'it, a redirect from the old id, and older redirects, which lead to the new one straight. With --into, NEW is a record that takes its ' +
          'place: names move there and the file of OLD goes; the claims of a source move along. All is checked beforehand, and all of it is ' +
          'written or nothing. Was a run interrupted, check says so, and the next run first puts the files back as they were.',
      )
      .addArgument(new Argument('<type>', 'kind of record').choices(RECORD_TYPES))
      .argument('<old>', 'its id; of a claim <source>/<slug>')
      .argument(
        '<new>',
        'its new id, or with --into that of the record that takes its place; of a claim the slug will do',
      ),
  )
    .option('--into', 'merge: NEW is there, and stays as it is')
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim rename source arden-herold-2020-01-03 arden-herald-2020-01-03 --reason "The publisher's name was misspelt."
  counterclaim rename claim arden-herald-2020-01-03/toll first-toll --reason "There is a second toll."
  counterclaim rename actor harbor-police harbour-police --into --reason "Both are one body."`,
    )
    .action((type: RecordType, from: string, to: string, options: RenameOptions) => {
      const { reason } = options;
      const into = options.into === true;
      finish(revise((ground, date) => rename(ground, { type, from, to, into, reason, date }), options, output));
    });
}
