import type { PlaceKind, PlacePrecision } from '@counterclaim/domain';
import { hintFor } from '../layout/hint.ts';
import type { Records } from '../reading/records.ts';
import type { Alias } from './new-actor.ts';
import { scaffold, type Scaffolded } from './scaffold.ts';
import { slugOf } from './slug.ts';

/** What a place is to say. Without a point it is known to be somewhere, and nowhere in particular. */
export interface NewPlace {
  readonly id?: string | undefined;
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly Alias[] | undefined;
  readonly within?: string | undefined;
  /** Degrees, WGS 84, with the radius in kilometres of the circle in which the place lies. */
  readonly point?: { readonly latitude: number; readonly longitude: number; readonly radiusKm: number } | undefined;
  readonly precision?: string | undefined;
  readonly refs?: Readonly<Record<string, string>> | undefined;
}

/** How closely a place of a kind is known where its point is given, and nothing else is said. */
const PRECISION_OF: Readonly<Record<PlaceKind, PlacePrecision>> = {
  country: 'country',
  adm1: 'adm1',
  adm2: 'adm2',
  settlement: 'settlement',
  district: 'neighbourhood',
  neighbourhood: 'neighbourhood',
  site: 'neighbourhood',
  area: 'line-or-area',
  sites: 'settlement',
};

/** Makes a place; see `scaffold`. */
export function newPlace(records: Records, wanted: NewPlace, schemas: string): Scaffolded {
  const { id, name, kind, aliases, within, point, refs } = wanted;
  const known = PRECISION_OF[kind as PlaceKind] as PlacePrecision | undefined;
  return scaffold(records, {
    folder: 'places',
    id,
    derivedId: slugOf(name.replace(/^the\s/i, '')),
    numbered: false,
    value: {
      name,
      aliases,
      kind,
      geometry:
        point === undefined
          ? { type: 'none' }
          : { type: 'point', longitude: point.longitude, latitude: point.latitude },
      radiusKm: point?.radiusKm,
      precision: wanted.precision ?? (point === undefined ? 'unknown' : known),
      within,
      refs,
    },
    named: within === undefined ? [] : [{ field: 'within', folder: 'places', id: within }],
    hints: () => [
      ...hintFor('aliases', 'other names, by which it is found', [
        'aliases:',
        '  - { name: <name in its own script>, language: <its tag> }',
      ]),
      ...hintFor('radiusKm', 'with a point and a precision, no closer than documents give it', [
        'geometry: { type: point, longitude: 12.51, latitude: -3.26 }',
        'radiusKm: 1',
        'precision: near',
      ]),
      ...hintFor('within', 'the smallest place of the ledger in which it lies'),
    ],
    schemas,
  });
}
