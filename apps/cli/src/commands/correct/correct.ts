import { correct, type WantedValue } from '@counterclaim/data';
import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { EXIT_CODES, revise, type ReviseOptions, withReviseOptions } from '../../revise.ts';

interface CorrectOptions extends ReviseOptions {
  readonly remove?: true;
  readonly also?: readonly WantedValue[];
}

/** `field=value`; nothing after the sign takes the value away. */
function parseAlso(text: string, before: readonly WantedValue[] | undefined): WantedValue[] {
  const [, field, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (field === undefined) throw new InvalidArgumentError('Write <field>=<value>.');
  return [...(before ?? []), { field, text: value === '' ? undefined : value }];
}

/** Parts the words into records, field and value. */
function parted(words: readonly string[], isRemoved: boolean): { records: string[]; value: WantedValue } | undefined {
  const records = words.slice(0, isRemoved ? -1 : -2);
  const [field, text] = words.slice(records.length);
  return field === undefined || records.length === 0 ? undefined : { records, value: { field, text } };
}

/** Adds `correct`. */
export function addCorrect(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  withReviseOptions(
    program
      .command('correct')
      .summary('put a value of a record right, and tell so in its corrections')
      .usage('[options] <record...> <field> <value>')
      .description(
        'Put VALUE into FIELD of each RECORD, and append the correction that tells what stood there before. RECORD is ' +
          'claims/<source>/<slug>, events/<id>, sources/<id>, actors/<id>, places/<id>, or an id or slug that one record bears; FIELD leads to ' +
          'the value from the top of the record, as in body.quantity.value; VALUE is YAML. The file is laid out as by fmt, and comments stay. All ' +
          'is checked beforehand, against the latest release too: where a problem would come up, nothing is written. A record that has ' +
          'not been released needs no correction and gets none.',
      )
      .argument('<words...>', 'records, field and value; after -- where the value begins with a hyphen'),
  )
    .option('--remove', 'take the value away: give no VALUE')
    .option(
      '--also <field=value>',
      'another value of the same records, for the same reason; nothing after = takes it away; may stand several times',
      parseAlso,
    )
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim correct events/2020-01-02-old-harbour title "Explosions at the Old Harbour" --reason "A word was misspelt."
  counterclaim correct arden-herald-2020-01-03/later-toll body.quantity.value 5 \\
    --also paraphrase="The authority later gave five injured." --reason "The document has five."
  counterclaim correct arden-herald-2020-01-03/first-toll hedge --remove --reason "The hedge is of another sentence."
  counterclaim correct places/old-harbour places/new-harbour within arden --reason "Both lie in the town."
  counterclaim correct --reason "The hemisphere was wrong." -- places/old-harbour geometry.latitude -3.26`,
    )
    .action((words: string[], options: CorrectOptions, command: Command) => {
      const found = parted(words, options.remove === true);
      if (found === undefined) {
        command.error(`error: name a record, a field and ${options.remove === true ? 'no value' : 'a value'}`);
      }
      const values = [found.value, ...(options.also ?? [])];
      const { reason } = options;
      finish(
        revise((ground, date) => correct(ground, { records: found.records, values, reason, date }), options, output),
      );
    });
}
