import { wallClock } from '@counterclaim/domain';
import type { RowReader } from '../reading/row-reader.ts';
import { contradicts, type Estimate } from './estimate.ts';
import { datePrecisionOf, PRECISIONS } from './precision.ts';

/** One of the two sides of a row. */
export interface Side {
  /** UCDP's number of the actor. */
  readonly code: string;
  readonly name: string;
  /** Gleditsch and Ward's number of the state whose government it is; empty for others. */
  readonly state: string;
  /** How many of its people died. */
  readonly dead: number;
}

/** A row of UCDP GED with its values checked: numbers are numbers, days are days. */
export interface GedRow {
  readonly id: string;
  readonly relid: string;
  /** 1 state-based conflict · 2 non-state conflict · 3 one-sided violence. */
  readonly type: '1' | '2' | '3';
  readonly conflict: string;
  readonly a: Side;
  readonly b: Side;
  readonly civilians: number;
  readonly unknown: number;
  readonly estimate: Estimate;
  readonly place: {
    readonly code: string;
    readonly name: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly adm1: string;
    readonly adm2: string;
    readonly country: string;
    readonly countryId: string;
  };
  readonly first: string;
  readonly last: string;
  /** Whether the reporting is clear enough to tell the event from others. */
  readonly clear: boolean;
}

const DAY = 86_400_000;

/** The clock at the start of a day that was checked. */
const clockOf = (day: string): number =>
  wallClock({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) });

/** Days from the first to the last, both counted. */
export const daysFrom = (first: string, last: string): number => (clockOf(last) - clockOf(first)) / DAY + 1;

/** The PRIO-GRID cell of a point: half a degree square, counted from the south-west, 720 a row. */
export const cellOf = (latitude: number, longitude: number): number =>
  Math.floor((latitude + 90) * 2) * 720 + Math.floor((longitude + 180) * 2) + 1;

const identifier = (row: RowReader, column: string): string => {
  const code = row.count(column);
  return Number.isNaN(code) ? '' : String(code);
};

/** Numbers of states, as text; a spreadsheet writes 700 as 700.0. */
const stateNumber = (text: string): string => text.replace(/\.0+$/, '');

/** The values of a row; `undefined` where it cannot be kept. What is wrong stands in the reader's problems. */
export function gedRowOf(row: RowReader): GedRow | undefined {
  const id = identifier(row, 'id');
  const type = row.code('type_of_violence', ['1', '2', '3']) as GedRow['type'];
  const clarity = row.code('event_clarity', ['1', '2']);
  const code = row.code('where_prec', Object.keys(PRECISIONS));
  const sides = (['a', 'b'] as const).map((side): Side => ({
    code: identifier(row, `side_${side}_new_id`),
    name: row.required(`side_${side}`),
    state: stateNumber(row.text(`gwno${side}`)),
    dead: row.count(`deaths_${side}`),
  }));
  const [a, b] = sides as [Side, Side];
  const civilians = row.count('deaths_civilians');
  const unknown = row.count('deaths_unknown');
  const estimate = { low: row.count('low'), best: row.count('best'), high: row.count('high') };
  const name = row.required('where_coordinates');
  const country = row.required('country');
  const countryId = identifier(row, 'country_id');
  const first = row.day('date_start');
  const last = row.day('date_end');
  if (first !== undefined && last !== undefined && last < first) {
    row.report('rejected', 'date_end', `date_end ${last} is before date_start ${first}`, 'swap the two days');
  }
  const point = row.coordinates();
  if (point !== undefined) checkCell(row, point);
  if (row.rejected || first === undefined || last === undefined || point === undefined) return undefined;

  checkFigures(row, estimate, a.dead + b.dead + civilians + unknown);
  checkSignals(row, first, last);
  checkType(row, type, a.state !== '' || b.state !== '');
  return {
    id,
    relid: row.text('relid'),
    type,
    conflict: row.text('conflict_name'),
    a,
    b,
    civilians,
    unknown,
    estimate,
    place: { code, name, ...point, adm1: row.text('adm_1'), adm2: row.text('adm_2'), country, countryId },
    first,
    last,
    clear: clarity === '1',
  };
}

/** Coordinates that were swapped show where the cell of the grid fits the other way round. */
function checkCell(row: RowReader, { latitude, longitude }: { latitude: number; longitude: number }): void {
  const told = row.text('priogrid_gid').replace(/\.0+$/, '');
  if (!/^\d+$/.test(told) || Number(told) === cellOf(latitude, longitude)) return;
  if (Math.abs(longitude) <= 90 && Number(told) === cellOf(longitude, latitude)) {
    row.report(
      'rejected',
      'latitude',
      `latitude ${latitude} and longitude ${longitude} lie in grid cell ${told} the other way round`,
      'swap latitude and longitude',
    );
    return;
  }
  row.report(
    'noted',
    'priogrid_gid',
    `grid cell ${told} does not have the coordinates in it, which lie in ${cellOf(latitude, longitude)}`,
    'look whether the coordinates are right: they are taken as they stand',
  );
}

/** The dataset's own invariants: what breaks them is kept as it stands, and told. */
function checkFigures(row: RowReader, estimate: Estimate, sum: number): void {
  const { low, best, high } = estimate;
  if (contradicts(estimate)) {
    const column = low > best ? 'low' : 'high';
    row.report(
      'noted',
      column,
      `low ${low}, best ${best} and high ${high} contradict each other`,
      'tell the dataset’s maker: each is kept as a claim of its own',
    );
  }
  if (sum !== best) {
    row.report(
      'noted',
      'best',
      `best is ${best}, and the deaths of both sides, of civilians and of unknown persons add up to ${sum}`,
      'tell the dataset’s maker: each is kept as it stands',
    );
  }
}

/** Fighting is state-based where a side is a government: the type is told by who fought, and a row that says otherwise by both. */
function checkType(row: RowReader, type: GedRow['type'], state: boolean): void {
  if (type === '3' || (type === '1') === state) return;
  row.report(
    'noted',
    'type_of_violence',
    `type_of_violence is ${type}, and ${state ? 'a side is a government' : 'neither side is a government'} by gwnoa and gwnob`,
    'the sides are taken as they stand',
  );
}

function checkSignals(row: RowReader, first: string, last: string): void {
  const years = [first.slice(0, 4), last.slice(0, 4)];
  const year = row.text('year').replace(/\.0+$/, '');
  if (year !== '' && !years.includes(year)) {
    row.report('noted', 'year', `year is ${year}, and the days are of ${years[0] ?? ''}`, 'the days are taken');
  }
  const precision = row.text('date_prec').replace(/\.0+$/, '');
  const days = daysFrom(first, last);
  if (precision !== '' && precision !== datePrecisionOf(days)) {
    row.report(
      'noted',
      'date_prec',
      `date_prec is ${precision}, and the days are ${days}, which is ${datePrecisionOf(days)}`,
      'the days are taken',
    );
  }
  const status = row.text('code_status');
  if (status !== '' && status !== 'Clear') {
    row.report('noted', 'code_status', `the row is marked ${JSON.stringify(status)}`, 'expect it to change');
  }
}
