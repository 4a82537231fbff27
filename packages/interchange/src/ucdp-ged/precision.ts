import type { PlaceKind, PlacePrecision } from '@counterclaim/domain';

/** What a code of where_prec says of a place. Radii are how the place is drawn: beyond code 2 the dataset gives none. */
interface Precision {
  readonly precision: PlacePrecision;
  readonly kind: PlaceKind;
  readonly radiusKm: number;
  /** Whether the coordinates stand for an area in which the event happened somewhere. */
  readonly somewhere: boolean;
}

/** The codes of where_prec, by the GED codebook. */
export const PRECISIONS: Readonly<Record<string, Precision>> = {
  '1': { precision: 'exact', kind: 'site', radiusKm: 1, somewhere: false },
  '2': { precision: 'near', kind: 'area', radiusKm: 25, somewhere: false },
  '3': { precision: 'adm2', kind: 'adm2', radiusKm: 30, somewhere: true },
  '4': { precision: 'adm1', kind: 'adm1', radiusKm: 80, somewhere: true },
  '5': { precision: 'line-or-area', kind: 'area', radiusKm: 50, somewhere: false },
  '6': { precision: 'country', kind: 'country', radiusKm: 500, somewhere: true },
  '7': { precision: 'sea-or-air', kind: 'area', radiusKm: 100, somewhere: false },
};

/** The middle of a town is not where something happened in it: code 1 is as close as the dataset comes, and often no closer. */
const SETTLEMENT: Precision = { precision: 'settlement', kind: 'settlement', radiusKm: 4, somewhere: false };
const SETTLEMENT_NAME = /\b(?:city|hamlet|locality|suburb|town|village)$/i;

/** What is known of a place by its code and name; `undefined` for a code that there is not. */
export const precisionOf = (code: string, name: string): Precision | undefined =>
  code === '1' && SETTLEMENT_NAME.test(name) ? SETTLEMENT : PRECISIONS[code];

const SOMEWHERE = 'Somewhere in ';

/** What a place is called: a point that stands for an area is not the area. */
export const placeName = (name: string, { somewhere }: Precision): string => (somewhere ? `${SOMEWHERE}${name}` : name);

/** Whether a place was named as a point that stands for an area. */
export const isStandIn = (name: string): boolean => name.startsWith(SOMEWHERE);

/** The name in the dataset of a place that `placeName` named. */
export const datasetName = (name: string): string => (name.startsWith(SOMEWHERE) ? name.slice(SOMEWHERE.length) : name);

const CODES = new Map(Object.entries(PRECISIONS).map(([code, { precision }]) => [precision, code]));

/** The code of where_prec for a precision; the closest that says no more where there is none. */
export const precisionCode = (precision: PlacePrecision): string =>
  precision === 'settlement' ? '1' : precision === 'neighbourhood' ? '2' : (CODES.get(precision) ?? '6');

/** Days from the first to the last, both counted, up to which each code of date_prec goes, by the GED codebook. */
const DATE_PRECISIONS: readonly (readonly [code: string, days: number])[] = [
  ['1', 1],
  ['2', 6],
  ['3', 7],
  ['4', 31],
  ['5', Infinity],
];

/** The code of date_prec of as many days, the first and the last counted. */
export const datePrecisionOf = (days: number): string => DATE_PRECISIONS.find(([, most]) => days <= most)?.[0] ?? '5';
