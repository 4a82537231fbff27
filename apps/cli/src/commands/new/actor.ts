import { type Alias, newActor, type NewActor } from '@counterclaim/data';
import { ACTOR_KINDS } from '@counterclaim/domain';
import type { Command } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { parseAlias } from './alias.ts';
import { EXIT_CODES, makeRecord, type MakeOptions, registry, several, withMakeOptions } from './make.ts';

interface ActorOptions extends MakeOptions, Omit<NewActor, 'aliases' | 'refs'> {
  readonly alias?: readonly Alias[];
  readonly ref?: NewActor['refs'];
}

/** Adds `new actor`. */
export function addNewActor(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  withMakeOptions(
    program
      .command('actor')
      .summary('who speaks, publishes, or is spoken of')
      .description(
        'Make the record of a state, body, group, office-holder or publication; never of a private person. Its id is its name.',
      )
      .requiredOption('--name <name>', 'neutral, in English; never a label that one side gives the other')
      .requiredOption('--kind <kind>', ACTOR_KINDS.join(', '))
      .option('--alias <name[@language]>', 'another name; may stand several times', several(parseAlias))
      .option('--part-of <actor>', 'the body for which it speaks, or the larger body')
      .option('--from <edtf>', 'since when it exists or holds the office')
      .option('--until <edtf>', 'until when it did')
      .option('--ref <registry=id>', 'its id elsewhere: wikidata=Q42418; may stand several times', registry),
  )
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim new actor --name "Arden Herald" --kind publication
  counterclaim new actor --name "Spokesman of the Harbour Authority" --kind office-holder --part-of harbour-authority
  counterclaim new actor --id northern-front --name "Northern Front" --kind armed-group --alias NF --alias "الجبهة@ar"`,
    )
    .action(({ alias, ref, ...options }: ActorOptions) => {
      const wanted: NewActor = { ...options, aliases: alias, refs: ref };
      const next = (id: string): string =>
        `name it in a source or a claim, as publisher: ${id} or claimant: ${id}; then counterclaim fmt, and check`;
      finish(makeRecord((records, schemas) => newActor(records, wanted, schemas), options, next, output));
    });
}
