import { stringify } from 'csv-stringify/sync';
import { GTD } from '../src/gtd/codec.ts';

/** The 135 columns as the dataset writes them. */
export const GTD_COLUMNS = GTD.columns.map(({ name }) => (name.startsWith('int_') ? name.toUpperCase() : name));

/** A row that was made up: nothing of it is the GTD's. */
export const GTD_ROW: Readonly<Record<string, string>> = {
  eventid: '202011210001',
  iyear: '2020',
  imonth: '11',
  iday: '21',
  extended: '0',
  country: '4',
  country_txt: 'Examplia',
  region: '6',
  region_txt: 'South Asia',
  provstate: 'North',
  city: 'Exampleton',
  latitude: '34.5281',
  longitude: '69.1723',
  specificity: '1',
  vicinity: '0',
  location: 'The incident occurred near the old mill.',
  summary: '11/21/2020: Assailants detonated zyxwv explosives.',
  crit1: '1',
  crit2: '1',
  crit3: '1',
  doubtterr: '0',
  multiple: '0',
  success: '1',
  suicide: '0',
  attacktype1: '3',
  attacktype1_txt: 'Bombing/Explosion',
  targtype1: '3',
  targtype1_txt: 'Police',
  natlty1: '4',
  natlty1_txt: 'Examplia',
  corp1: 'Police of zyxwv',
  target1: 'Officer zyxwv',
  gname: 'Northern Front',
  guncertain1: '0',
  individual: '0',
  nperps: '-99',
  nperpcap: '0',
  claimed: '0',
  weaptype1: '6',
  weaptype1_txt: 'Explosives',
  weapsubtype1: '29',
  weapsubtype1_txt: 'Sticky Bomb',
  weapdetail: 'A zyxwv bomb.',
  nkill: '8',
  nkillus: '0',
  nkillter: '0',
  nwound: '12',
  nwoundus: '0',
  nwoundte: '0',
  property: '-9',
  ishostkid: '0',
  addnotes: 'Notes of zyxwv.',
  scite1: '"A headline of zyxwv," Example Times, November 21, 2020.',
  dbsource: 'START Primary Collection',
  INT_LOG: '0',
  INT_IDEO: '0',
  INT_MISC: '0',
  INT_ANY: '0',
};

/** A table of such rows, each with what differs from the first. */
export const gtdTable = (
  rows: readonly Readonly<Record<string, string>>[],
  columns: readonly string[] = GTD_COLUMNS,
): string =>
  stringify([[...columns], ...rows.map((row) => columns.map((column) => ({ ...GTD_ROW, ...row })[column] ?? ''))]);
