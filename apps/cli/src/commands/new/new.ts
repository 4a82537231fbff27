import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { addNewActor } from './actor.ts';
import { addNewEvent } from './event.ts';
import { addNewPlace } from './place.ts';
import { addNewSource } from './source.ts';

/** Adds `new`, with a command for each kind of record. */
export function addNew(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  const command = program
    .command('new')
    .summary('make a record that is valid, and say what comes next')
    .description(
      'Make a record with the next free id, in the canonical layout, with hints for what may be filled in. Nothing is ever ' +
        'overwritten, and nothing is written that the check would refuse. Prints the path of the file.',
    )
    .addHelpText(
      'after',
      `
Exit codes:
  0  the record was written
  1  nothing was written: the id is taken, something named is not there, or a value is none
  2  the folder cannot be read or written, or the command was misused

Examples:
  counterclaim new event --title "Explosions at the Old Harbour" --date 2020-01-02 --place old-harbour --zone Africa/Luanda
  counterclaim new source --help`,
    );
  for (const add of [addNewEvent, addNewSource, addNewActor, addNewPlace]) add(command, output, finish);
}
