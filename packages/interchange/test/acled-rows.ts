import { stringify } from 'csv-stringify/sync';
import { ACLED } from '../src/acled/codec.ts';

/** The columns of an export of 31 columns, and of one of 35. */
export const ACLED_31 = ACLED.columns.slice(0, 31).map(({ name }) => name);
export const ACLED_35 = ACLED.columns.slice(0, 35).map(({ name }) => name);

/** A row that was made up: nothing of it is ACLED's. */
export const ACLED_ROW: Readonly<Record<string, string>> = {
  event_id_cnty: 'XYZ101',
  event_date: '21 November 2020',
  year: '2020',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Northern Front',
  assoc_actor_1: 'Hill Brigade; River Brigade',
  inter1: 'Rebel group',
  actor2: 'Military Forces of Examplia (2004-2021)',
  assoc_actor_2: '',
  inter2: 'State forces',
  interaction: 'State forces-Rebel group',
  civilian_targeting: '',
  iso: '4',
  region: 'Caucasus and Central Asia',
  country: 'Examplia',
  admin1: 'North',
  admin2: 'North District',
  admin3: '',
  location: 'Exampleton',
  latitude: '34.5281',
  longitude: '69.1723',
  geo_precision: '1',
  source: 'Example Times; Example Radio',
  source_scale: 'National',
  notes: 'On 21 November 2020, the two sides exchanged fire. Three people were killed.',
  fatalities: '3',
  tags: '',
  timestamp: '1606208400',
  population_1km: '1000',
  population_2km: '',
  population_5km: '',
  population_best: '1000',
};

/** A table of such rows, each with what differs from the first. */
export const acledTable = (
  rows: readonly Readonly<Record<string, string>>[],
  columns: readonly string[] = ACLED_31,
): string =>
  stringify([[...columns], ...rows.map((row) => columns.map((column) => ({ ...ACLED_ROW, ...row })[column] ?? ''))]);
