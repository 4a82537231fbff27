import { newEvent, type NewEvent } from '@counterclaim/data';
import { EVENT_KINDS, PLACE_ROLES } from '@counterclaim/domain';
import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { EXIT_CODES, makeRecord, type MakeOptions, registry, several, withMakeOptions } from './make.ts';

interface EventOptions extends MakeOptions, Omit<NewEvent, 'time' | 'places' | 'refs'> {
  readonly date: string;
  readonly place: NewEvent['places'];
  readonly ref?: NewEvent['refs'];
}

/** `<place>` or `<place>:<role>`. */
function parsePlace(text: string): NewEvent['places'][number] {
  const [place = '', ...role] = text.split(':');
  return { place, role: role.length === 0 ? undefined : role.join(':') };
}

/** Adds `new event`. */
export function addNewEvent(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  withMakeOptions(
    program
      .command('event')
      .summary('something that claims are about')
      .description(
        'Make the record of an event: its id is <date>-<place>-<what>, what taken from the title unless given; where that ' +
          'is taken, -2, -3 … follows. The zone is that of most other events at its first place.',
      )
      .requiredOption('--title <title>', 'neutral: what happened where, without an author and without a toll')
      .requiredOption('--date <edtf>', 'when: 2020-11-21, 2020-11, 2020-05/2020-11')
      .requiredOption(
        '--place <id[:role]>',
        `where; may stand several times. Roles: ${PLACE_ROLES.join(', ')}`,
        several(parsePlace),
      )
      .option('--kind <kind>', EVENT_KINDS.join(', '), 'attack')
      .option('--zone <zone>', 'IANA time zone in which its days are counted')
      .option('--part-of <event>', 'the event of which it is a part')
      .option('--what <words>', 'what the id says of it')
      .option('--context <text>', 'what a reader needs to place it, in our words')
      .option('--ref <registry=id>', 'its id elsewhere: ucdp=123456; may stand several times', registry),
  )
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim new event --title "Explosions at the Old Harbour" --date 2020-01-02 --place old-harbour --zone Africa/Luanda
  counterclaim new event --title "Talks in Doha" --kind talks --date 2020-09 --place doha:within --dry-run
  counterclaim new event --title "Gunfire at the gate" --date 2021-08-26 --place abbey-gate \\
    --part-of 2021-08-26-kabul-airport-abbey-gate --json | jq -r .path`,
    )
    .action(({ date, place, ref, ...options }: EventOptions) => {
      const wanted: NewEvent = { ...options, time: date, places: place, refs: ref };
      const next = (id: string): string =>
        `fill in the hints, then code what documents say of it: counterclaim new source --about ${id} --publisher <actor> --published <date> --title <title>`;
      finish(makeRecord((records, schemas) => newEvent(records, wanted, schemas), options, next, output));
    });
}
