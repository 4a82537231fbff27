import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, LAYOUTS } from '../src/ucdp-ged/columns.ts';

export type GedCells = Record<string, string>;

/** A made-up row, as the dataset would have it. */
export const gedRow = (more: Readonly<Record<string, string | number>> = {}): GedCells => ({
  id: '1001',
  relid: 'ZZZ-2019-1-900-1',
  year: '2019',
  active_year: '1',
  code_status: 'Clear',
  type_of_violence: '1',
  conflict_dset_id: '333',
  conflict_new_id: '333',
  conflict_name: 'Land: Government',
  dyad_dset_id: '900',
  dyad_new_id: '900',
  dyad_name: 'Government of Land - Group',
  side_a_dset_id: '901',
  side_a_new_id: '901',
  side_a: 'Government of Land',
  side_b_dset_id: '902',
  side_b_new_id: '902',
  side_b: 'Group',
  number_of_sources: '1',
  source_article: '"Paper,2019-05-03,Clash in the valley"',
  source_office: 'Paper',
  source_date: '2019-05-03',
  source_headline: 'Clash in the valley',
  source_original: 'police',
  where_prec: '1',
  where_coordinates: 'Upper village',
  where_description: 'near the bridge',
  adm_1: 'North province',
  adm_2: 'Hill district',
  latitude: '34.5',
  longitude: '69.25',
  geom_wkt: 'POINT (69.25 34.5)',
  priogrid_gid: '179779',
  country: 'Land',
  country_id: '700',
  region: 'Asia',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2019-05-02',
  date_end: '2019-05-02',
  deaths_a: '2',
  deaths_b: '0',
  deaths_civilians: '3',
  deaths_unknown: '0',
  best: '5',
  high: '8',
  low: '4',
  gwnoa: '700',
  gwnob: '',
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)])),
});

/** Rows as a file, in the layout of 49 columns unless another is named. */
export function gedFile(rows: readonly GedCells[], layout: 42 | 49 = 49, header = true): string {
  const columns =
    layout === 49
      ? COLUMNS.map(({ name }) => name)
      : (LAYOUTS.find(({ columns: names }) => names.length === 42)?.columns ?? []);
  return stringify([...(header ? [columns] : []), ...rows.map((row) => columns.map((name) => row[name] ?? ''))]);
}

const DAY = 86_400_000;
const dayAt = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

const name = fc
  .string({ unit: fc.constantFrom(...'abcdefgh éüčکب‘-,"()'), minLength: 1, maxLength: 20 })
  .map((text) => `N${text}`.trim());

const dead = fc.nat({ max: 40 });

/** Rows that the dataset could have, with figures that may contradict each other, as some of its own do. */
export const gedRows: fc.Arbitrary<GedCells[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 999_999 }),
      type: fc.constantFrom('1', '2', '3'),
      relid: fc.constantFrom('', 'ABC-2019-1-1-5'),
      deaths: fc.tuple(dead, dead, dead, dead),
      spread: fc.tuple(fc.integer({ min: -2, max: 20 }), fc.integer({ min: -2, max: 2000 })),
      prec: fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
      where: name,
      kind: fc.constantFrom('', ' village', ' town', ' district'),
      adm1: fc.option(name, { nil: '' }),
      adm2: fc.option(name, { nil: '' }),
      latitude: fc.integer({ min: -89_000_000, max: 89_000_000 }).filter((value) => value !== 0),
      longitude: fc.integer({ min: -179_000_000, max: 179_000_000 }),
      clarity: fc.constantFrom('1', '2'),
      day: fc.integer({ min: 7_000, max: 20_000 }),
      days: fc.constantFrom(0, 1, 5, 6, 7, 29, 30, 45, 300),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map((row) => {
      const [a, b, civilians, unknown] = row.type === '3' ? [0, 0, row.deaths[2], row.deaths[3]] : row.deaths;
      const best = a + b + civilians + unknown;
      const [below, above] = row.spread;
      const latitude = row.latitude / 1e6;
      const longitude = row.longitude / 1e6;
      const country = 400 + (row.id % 5);
      return gedRow({
        id: row.id,
        relid: row.relid,
        year: dayAt(row.day).slice(0, 4),
        type_of_violence: row.type,
        side_a_new_id: row.type === '2' ? 903 : 901,
        side_a: row.type === '2' ? 'Herders' : 'Government of Land',
        side_b_new_id: row.type === '3' ? 1 : 902,
        side_b: row.type === '3' ? 'Civilians' : 'Group',
        gwnoa: row.type === '2' ? '' : '700',
        where_prec: row.prec,
        where_coordinates: `${row.where}${row.kind}`,
        adm_1: row.adm1,
        adm_2: row.adm2,
        latitude,
        longitude,
        priogrid_gid: '',
        country: `Land ${country}`,
        country_id: country,
        event_clarity: row.clarity,
        date_start: dayAt(row.day),
        date_end: dayAt(row.day + row.days),
        date_prec:
          ['1', '2', '2', '3', '4', '4', '4', '5', '5'][[0, 1, 5, 6, 7, 29, 30, 45, 300].indexOf(row.days)] ?? '',
        deaths_a: a,
        deaths_b: b,
        deaths_civilians: civilians,
        deaths_unknown: unknown,
        best,
        low: Math.max(0, best - below),
        high: Math.max(0, best + above),
      });
    }),
  );
