import type { RowReader } from '../reading/row-reader.ts';
import {
  ALTERNATIVES,
  ATTACK_TYPES,
  CLAIM_MODES,
  HOSTAGE_OUTCOMES,
  PROPERTY_EXTENTS,
  SPECIFICITIES,
  TARGET_TYPES,
  WEAPON_SUBTYPES,
  WEAPON_TYPES,
} from './codes.ts';
import { incidentTime } from './date.ts';

/** A number that the dataset gives. A share of an incident that was split up may be broken: then it lies between two. */
export interface Figure {
  readonly low: number;
  readonly high: number;
}

/** Yes, no, or not known. */
export type Flag = boolean | undefined;

/** A group to which an incident is attributed. */
export interface Group {
  readonly name: string;
  /** A part of it; empty where none is named. */
  readonly part: string;
  /** Whether the attribution is suspected only. */
  readonly uncertain: Flag;
  readonly claimed: Flag;
  /** Code of claimmode; empty where it is not given. */
  readonly mode: string;
}

/** A row of the GTD with its values checked; `undefined` is what the dataset marks as not known. */
export interface IncidentRow {
  readonly id: string;
  /** EDTF. */
  readonly time: string;
  readonly attackTypes: readonly string[];
  readonly place: {
    readonly point: { readonly latitude: number; readonly longitude: number } | undefined;
    /** Code of specificity. */
    readonly code: string;
    readonly vicinity: boolean;
    readonly city: string;
    readonly province: string;
    readonly country: string;
    readonly countryCode: string;
  };
  readonly doubt: Flag;
  /** Code of alternative; empty where it is not given. */
  readonly alternative: string;
  readonly success: Flag;
  readonly suicide: Flag;
  readonly targets: readonly { readonly type: string; readonly nationality: string }[];
  readonly groups: readonly Group[];
  /** Whether whoever did it acted for no group. */
  readonly individual: boolean;
  readonly competing: Flag;
  readonly perpetrators: Figure | undefined;
  readonly captured: Figure | undefined;
  /** Codes of the weapons, each with its narrower one. */
  readonly weapons: readonly { readonly type: string; readonly subtype: string }[];
  readonly killed: Toll;
  readonly wounded: Toll;
  readonly property: { readonly damaged: Flag; readonly extent: string; readonly value: Figure | undefined };
  readonly hostages: {
    readonly taken: Flag;
    readonly number: Figure | undefined;
    readonly released: Figure | undefined;
    readonly outcome: string;
  };
  readonly related: readonly string[];
}

/** Everybody who came to harm, and who among them were perpetrators, and US citizens. */
export interface Toll {
  readonly all: Figure | undefined;
  readonly perpetrators: Figure | undefined;
  readonly us: Figure | undefined;
}

/** How the dataset marks that something is not known. */
const UNKNOWN: ReadonlySet<string> = new Set(['', '-9', '-99', '-999']);

const plain = (row: RowReader, column: string): string => row.text(column).replace(/^(-?\d+)\.0+$/, '$1');

function figure(row: RowReader, column: string): Figure | undefined {
  const text = plain(row, column);
  if (UNKNOWN.has(text) || text.toLowerCase() === 'unknown') return undefined;
  if (/^\d{1,12}$/.test(text)) return { low: Number(text), high: Number(text) };
  if (/^\d{1,9}\.\d+$/.test(text)) {
    const [low, high] = [Math.floor(Number(text)), Math.ceil(Number(text))];
    row.report(
      'noted',
      column,
      `${column} is ${text}, a share of incidents that were split up`,
      `it is kept as between ${low} and ${high}`,
    );
    return { low, high };
  }
  row.report(
    'rejected',
    column,
    `${column} is ${JSON.stringify(text)}`,
    'give a whole number from 0; nothing or -99 where it is not known',
  );
  return undefined;
}

function flag(row: RowReader, column: string): Flag {
  const text = plain(row, column);
  if (text === '1') return true;
  if (text === '0') return false;
  if (!UNKNOWN.has(text)) {
    row.report('noted', column, `${column} is ${JSON.stringify(text)}`, 'give 0 or 1; -9 where it is not known');
  }
  return undefined;
}

/** A code of a list; empty where it is not given, or stands in no list. */
function code(row: RowReader, column: string, list: Readonly<Record<string, unknown>>): string {
  const text = plain(row, column);
  if (UNKNOWN.has(text) || text === '.') return '';
  if (Object.hasOwn(list, text)) return text;
  row.report(
    'noted',
    column,
    `${column} is ${JSON.stringify(text)}, which the codebook does not have`,
    `give one of ${Object.keys(list).join(', ')}`,
  );
  return '';
}

const numbered = (column: string, most: number): string[] =>
  Array.from({ length: most }, (_, index) => `${column}${index + 1}`);

function groupsOf(row: RowReader): Group[] {
  const groups: Group[] = [];
  (['', '2', '3'] as const).forEach((number, index) => {
    const name = row.text(`gname${number}`);
    if (name === '') {
      if (index === 0) row.report('noted', 'gname', 'gname is empty', 'write Unknown where nobody is named');
      return;
    }
    groups.push({
      name,
      part: row.text(`gsubname${number}`),
      uncertain: flag(row, `guncertain${index + 1}`),
      claimed: flag(row, index === 0 ? 'claimed' : `claim${number}`),
      mode: code(row, `claimmode${number}`, CLAIM_MODES),
    });
  });
  return groups;
}

function toll(row: RowReader, all: string, perpetrators: string, us: string): Toll {
  const figures = { all: figure(row, all), perpetrators: figure(row, perpetrators), us: figure(row, us) };
  for (const [part, column] of [
    [figures.perpetrators, perpetrators],
    [figures.us, us],
  ] as const) {
    if (figures.all === undefined || part === undefined || part.low <= figures.all.high) continue;
    row.report(
      'noted',
      column,
      `${column} is ${part.high}, and ${all}, which includes them, is ${figures.all.high}`,
      'tell the dataset’s maker: each is kept as it stands',
    );
  }
  return figures;
}

function placeOf(row: RowReader): IncidentRow['place'] {
  const blank = UNKNOWN.has(plain(row, 'latitude')) && UNKNOWN.has(plain(row, 'longitude'));
  const country = plain(row, 'country');
  if (country !== '' && !/^\d{1,5}$/.test(country)) {
    row.report('noted', 'country', `country is ${JSON.stringify(country)}`, 'give the dataset’s number of the country');
  }
  return {
    point: blank ? undefined : row.coordinates(),
    code: code(row, 'specificity', SPECIFICITIES),
    vicinity: flag(row, 'vicinity') === true,
    city: /^unknown$/i.test(row.text('city')) ? '' : row.text('city'),
    province: /^unknown$/i.test(row.text('provstate')) ? '' : row.text('provstate'),
    country: row.required('country_txt'),
    countryCode: /^\d{1,5}$/.test(country) ? country : '',
  };
}

/** The values of a row; `undefined` where it cannot be kept. What is wrong stands in the reader's problems. */
export function incidentRowOf(row: RowReader): IncidentRow | undefined {
  const id = plain(row, 'eventid');
  if (!/^\d{12}$/.test(id)) {
    row.report(
      'rejected',
      'eventid',
      `eventid is ${JSON.stringify(id)}`,
      'give the twelve digits; a spreadsheet that shows 2.02E+11 must save the column as text',
    );
  }
  const time = incidentTime(row);
  const values = {
    id,
    attackTypes: numbered('attacktype', 3)
      .map((column) => code(row, column, ATTACK_TYPES))
      .filter((type) => type !== ''),
    place: placeOf(row),
    doubt: flag(row, 'doubtterr'),
    alternative: code(row, 'alternative', ALTERNATIVES),
    success: flag(row, 'success'),
    suicide: flag(row, 'suicide'),
    targets: [1, 2, 3].flatMap((number) => {
      const type = code(row, `targtype${number}`, TARGET_TYPES);
      return type === '' ? [] : [{ type, nationality: row.text(`natlty${number}_txt`) }];
    }),
    groups: groupsOf(row),
    individual: flag(row, 'individual') === true,
    competing: flag(row, 'compclaim'),
    perpetrators: figure(row, 'nperps'),
    captured: figure(row, 'nperpcap'),
    weapons: [1, 2, 3, 4].flatMap((number) => {
      const type = code(row, `weaptype${number}`, WEAPON_TYPES);
      const subtype = code(row, `weapsubtype${number}`, WEAPON_SUBTYPES);
      return type === '' ? [] : [{ type, subtype }];
    }),
    killed: toll(row, 'nkill', 'nkillter', 'nkillus'),
    wounded: toll(row, 'nwound', 'nwoundte', 'nwoundus'),
    property: {
      damaged: flag(row, 'property'),
      extent: code(row, 'propextent', PROPERTY_EXTENTS),
      value: figure(row, 'propvalue'),
    },
    hostages: {
      taken: flag(row, 'ishostkid'),
      number: figure(row, 'nhostkid'),
      released: figure(row, 'nreleased'),
      outcome: code(row, 'hostkidoutcome', HOSTAGE_OUTCOMES),
    },
    related: relatedOf(row, id),
  };
  if (row.rejected || time === undefined) return undefined;
  checkYear(row, id, time);
  return { ...values, time };
}

function relatedOf(row: RowReader, id: string): string[] {
  const parts = row
    .text('related')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wrong = parts.filter((part) => !/^\d{12}$/.test(part));
  if (wrong.length > 0) {
    row.report(
      'noted',
      'related',
      `related names ${JSON.stringify(wrong[0])}, which is no eventid`,
      'give ids of twelve digits, with commas',
    );
  }
  const related = [...new Set(parts.filter((part) => /^\d{12}$/.test(part) && part !== id))].sort();
  if (flag(row, 'multiple') === false && related.length > 0) {
    row.report(
      'noted',
      'multiple',
      'multiple is 0, and related names other incidents',
      'the related incidents are taken',
    );
  }
  return related;
}

/** An eventid begins with the day of the incident. */
function checkYear(row: RowReader, id: string, time: string): void {
  if (id.slice(0, 4) === time.slice(0, 4)) return;
  row.report(
    'noted',
    'iyear',
    `iyear is ${time.slice(0, 4)}, and eventid ${id} begins with another year`,
    'iyear is taken',
  );
}
