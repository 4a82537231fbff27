import { type Alias, newPlace, type NewPlace } from '@counterclaim/data';
import { PLACE_KINDS, PLACE_PRECISIONS } from '@counterclaim/domain';
import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode, Output } from '../../output.ts';
import { parseAlias } from './alias.ts';
import { EXIT_CODES, makeRecord, type MakeOptions, registry, several, withMakeOptions } from './make.ts';

interface PlaceOptions extends MakeOptions, Omit<NewPlace, 'aliases' | 'point' | 'refs'> {
  readonly alias?: readonly Alias[];
  readonly at?: { readonly latitude: number; readonly longitude: number };
  readonly radius?: number;
  readonly ref?: NewPlace['refs'];
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function parsePoint(text: string): NonNullable<PlaceOptions['at']> {
  const [latitude = '', longitude = '', ...more] = text.split(',').map((part) => part.trim());
  if (!NUMBER.test(latitude) || !NUMBER.test(longitude) || more.length > 0) {
    throw new InvalidArgumentError('Write <latitude>,<longitude> in degrees, such as 34.53,69.17.');
  }
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

function parseRadius(text: string): number {
  if (!NUMBER.test(text) || Number(text) <= 0) throw new InvalidArgumentError('Write kilometres, more than 0.');
  return Number(text);
}

/** Adds `new place`. */
export function addNewPlace(program: Command, output: Output, finish: (code: ExitCode) => void): void {
  const command = withMakeOptions(
    program
      .command('place')
      .summary('somewhere that claims speak of')
      .description(
        'Make the record of a place. Its id is its name. Without --at it has no geometry and its precision is unknown; with ' +
          '--at it is a circle, since a point is never a pin.',
      )
      .requiredOption('--name <name>', 'neutral, in English')
      .requiredOption('--kind <kind>', PLACE_KINDS.join(', '))
      .option('--alias <name[@language]>', 'another name; may stand several times', several(parseAlias))
      .option('--within <place>', 'the smallest place of the records in which it lies')
      .option('--at <latitude,longitude>', 'the middle of the circle, in degrees, WGS 84', parsePoint)
      .option('--radius <km>', 'radius of the circle: as wide as the documents leave it', parseRadius)
      .option('--precision <precision>', PLACE_PRECISIONS.join(', '))
      .option('--ref <registry=id>', 'its id elsewhere: wikidata=Q5838; may stand several times', registry),
  );
  command
    .addHelpText(
      'after',
      `${EXIT_CODES}

Examples:
  counterclaim new place --name "Old Harbour" --kind site --at -3.26,12.51 --radius 1 --precision near --within arden
  counterclaim new place --name "Arden Hospital" --kind site --within arden
  counterclaim new place --name "Hospitals of Arden" --id arden-hospitals --kind sites --within arden --dry-run`,
    )
    .action(({ alias, at, radius, ref, ...options }: PlaceOptions) => {
      if ((at === undefined) !== (radius === undefined)) {
        command.error('error: --at and --radius go together: the circle in which the place lies');
      }
      const point = at === undefined || radius === undefined ? undefined : { ...at, radiusKm: radius };
      const wanted: NewPlace = { ...options, aliases: alias, point, refs: ref };
      const next = (id: string): string =>
        `name it in an event or a claim, as place: ${id} or scope: ${id}; then counterclaim fmt, and check`;
      finish(makeRecord((records, schemas) => newPlace(records, wanted, schemas), options, next, output));
    });
}
