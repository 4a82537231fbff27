import { isEdtf, spanOf } from '@counterclaim/domain';
import type { RowReader } from '../reading/row-reader.ts';
import { classesOf, classOf } from './actor-class.ts';
import { eventDay, eventTime, recordedAt } from './date.ts';
import { PRECISIONS } from './precision.ts';
import { SUB_EVENT_TYPES } from './sub-event-type.ts';

/** One of the two actors of a row. */
export interface Party {
  readonly name: string;
  /** Code of its class, 1 to 8; `undefined` where the table does not say. */
  readonly class: string | undefined;
  /** Names of those that ACLED names beside it. */
  readonly beside: readonly string[];
}

/** A row of ACLED with its values checked. */
export interface AcledRow {
  /** In lower case, as identifiers are. */
  readonly id: string;
  readonly reference: string;
  /** EDTF. */
  readonly time: string;
  readonly type: string;
  readonly parties: readonly Party[];
  readonly civiliansTargeted: boolean;
  readonly place: {
    readonly code: string;
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
    /** From the largest to the smallest. */
    readonly divisions: readonly string[];
    readonly country: string;
    readonly iso: string;
  };
  readonly reports: readonly string[];
  readonly scale: string;
  readonly dead: number;
  readonly notes: string;
  readonly tags: string;
  /** When ACLED wrote the row: EDTF. */
  readonly recorded: string | undefined;
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/**
 * The values of a row; `undefined` where it cannot be kept. What is wrong stands in the reader's problems.
 *
 * @param published When the release was published: EDTF.
 */
export function acledRowOf(row: RowReader, published: string): AcledRow | undefined {
  const reference = row.required('event_id_cnty');
  if (reference !== '' && !/^[A-Za-z]{2,8}\d{1,9}$/.test(reference)) {
    row.report(
      'rejected',
      'event_id_cnty',
      `event_id_cnty is ${JSON.stringify(reference)}`,
      'give letters of the country and a number, such as AFG12345',
    );
  }
  const day = dayOf(row);
  const timePrecision = row.code('time_precision', ['1', '2', '3']);
  const geoPrecision = row.code('geo_precision', Object.keys(PRECISIONS));
  const type = row.required('sub_event_type');
  checkType(row, type);
  const parties = partiesOf(row);
  const dead = row.count('fatalities');
  const name = row.required('location');
  const country = row.required('country');
  const point = row.coordinates();
  if (row.rejected || day === undefined || point === undefined) return undefined;

  const time = eventTime(day, timePrecision);
  return {
    id: reference.toLowerCase(),
    reference,
    time,
    type,
    parties,
    civiliansTargeted: isTargeting(row),
    place: {
      code: geoPrecision,
      name,
      ...point,
      divisions: ['admin1', 'admin2', 'admin3'].map((column) => row.text(column)).filter((division) => division !== ''),
      country,
      iso: isoOf(row),
    },
    reports: listOf(row.text('source')),
    scale: row.text('source_scale'),
    dead,
    notes: row.text('notes'),
    tags: row.text('tags'),
    recorded: recordedOf(row, time, published),
  };
}

function dayOf(row: RowReader): string | undefined {
  const text = row.required('event_date');
  if (text === '') return undefined;
  const read = eventDay(text);
  if ('wrong' in read) {
    row.report('rejected', 'event_date', `event_date ${read.wrong}`, 'write the day as 21 November 2020 or 2020-11-21');
    return undefined;
  }
  const year = row.text('year').replace(/\.0+$/, '');
  if (year !== '' && year !== read.day.slice(0, 4)) {
    row.report('noted', 'year', `year is ${JSON.stringify(year)}, and the day is ${read.day}`, 'the day is taken');
  }
  return read.day;
}

function checkType(row: RowReader, name: string): void {
  if (name === '') return;
  const type = SUB_EVENT_TYPES.get(name.toLowerCase());
  if (type === undefined) {
    row.report(
      'rejected',
      'sub_event_type',
      `sub_event_type is ${JSON.stringify(name)}, which the codebook does not have`,
      'give a sub-event type of the codebook of 2019 or later',
    );
    return;
  }
  const told = row.text('event_type');
  if (told !== '' && told.toLowerCase() !== type.type.toLowerCase()) {
    row.report(
      'noted',
      'event_type',
      `event_type is ${JSON.stringify(told)}, and ${JSON.stringify(name)} belongs to ${JSON.stringify(type.type)}`,
      'the sub-event type is taken',
    );
  }
}

function partiesOf(row: RowReader): Party[] {
  const parties: Party[] = [];
  for (const side of ['1', '2'] as const) {
    const name = row.text(`actor${side}`);
    const inter = row.text(`inter${side}`);
    const code = classOf(inter);
    if (inter !== '' && inter.replace(/\.0+$/, '') !== '0' && code === undefined) {
      row.report('noted', `inter${side}`, `inter${side} is ${JSON.stringify(inter)}`, 'give 1 to 8, or a class’s name');
    }
    if (name === '') {
      if (code !== undefined)
        row.report('noted', `actor${side}`, `actor${side} is empty, and inter${side} is ${inter}`, 'give its name');
      continue;
    }
    parties.push({ name, class: code, beside: listOf(row.text(`assoc_actor_${side}`)) });
  }
  if (parties.length === 0) {
    row.report('rejected', 'actor1', 'actor1 and actor2 are both empty', 'name at least one actor');
  }
  checkInteraction(row, parties);
  return parties;
}

function checkInteraction(row: RowReader, parties: readonly Party[]): void {
  const told = row.text('interaction');
  if (told === '') return;
  const classes = classesOf(told);
  const inter = parties.map((party) => party.class);
  if (classes === undefined) {
    row.report('noted', 'interaction', `interaction is ${JSON.stringify(told)}`, 'inter1 and inter2 are taken');
  } else if (!inter.includes(undefined) && classes.join() !== [...inter].sort().join()) {
    row.report(
      'noted',
      'interaction',
      `interaction is ${JSON.stringify(told)}, and inter1 and inter2 are of the classes ${inter.join(' and ')}`,
      'inter1 and inter2 are taken',
    );
  }
}

function isTargeting(row: RowReader): boolean {
  const text = row.text('civilian_targeting');
  if (/^civilians? target(?:ed|ing)$/i.test(text)) return true;
  if (text !== '') {
    row.report(
      'noted',
      'civilian_targeting',
      `civilian_targeting is ${JSON.stringify(text)}`,
      'write “Civilian targeting”, or leave it empty',
    );
  }
  return false;
}

function isoOf(row: RowReader): string {
  const text = row.text('iso').replace(/\.0+$/, '');
  if (/^\d{1,3}$/.test(text)) return text.padStart(3, '0');
  if (text !== '') {
    row.report(
      'noted',
      'iso',
      `iso is ${JSON.stringify(text)}`,
      'give the country’s number of three digits in ISO 3166-1',
    );
  }
  return '';
}

/** When the row was written, where that lies between the event and the release. */
function recordedOf(row: RowReader, time: string, published: string): string | undefined {
  const text = row.text('timestamp');
  if (text === '') return undefined;
  const recorded = recordedAt(text);
  if (recorded === undefined || !isEdtf(recorded)) {
    row.report('noted', 'timestamp', `timestamp is ${JSON.stringify(text)}`, 'give seconds since 1970');
    return undefined;
  }
  const at = spanOf(recorded, 'UTC').start;
  const [before, after] = [at < spanOf(time, 'UTC').start - 86_400_000, at >= spanOf(published, 'UTC').end];
  if (!before && !after) return recorded;
  row.report(
    'noted',
    'timestamp',
    `timestamp ${text} is ${recorded}, ${before ? `before the event, ${time}` : `after the release, ${published}`}`,
    after
      ? 'give the day of the release as it is: until then the row counts as known from its release'
      : 'it is not taken',
  );
  return undefined;
}
