import { retract } from '@counterclaim/data';
import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { EXIT_CODES, revise, type ReviseOptions, withReviseOptions } from '../../revise.ts';

/** Adds `retract`. */
export function addRetract(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  withReviseOptions(
    program
      .command('retract')
      .summary('take records back: they stay at their addresses, say why, and count for nothing')
      .description(
        'Retract each RECORD, all of them or none: claims/<source>/<slug>, events/<id>, sources/<id>, actors/<id>, places/<id>, or an id or slug ' +
          'that one record bears. Claims go with their source. Refused while a record that stands names one of them: all are ' +
          'listed. What a claimant takes back is no retraction of ours but a claim that retracts another.',
      )
      .argument('<record...>', 'what we coded and nobody said, or what harms'),
  )
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim retract claims/arden-herald-2020-01-03/staff --reason "The document says this of another attack."
  counterclaim retract arden-herald-2020-01-03 old-bulletin-2020-01-04 --reason "Both pages are forged." --dry-run`,
    )
    .action((records: string[], options: ReviseOptions) => {
      const { reason } = options;
      finish(revise((ground, date) => retract(ground, { records, reason, date }), options, output));
    });
}
