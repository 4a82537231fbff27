import { type Ledger, ledgerSchema } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { bytesOf, gather } from '../../test/bytes.ts';
import { gedFile, gedRow } from '../../test/ged-rows.ts';
import { ledger as fixture } from '../../test/ledger.ts';
import { ledgerOf } from '../../test/ledger-of.ts';
import { parseCsv } from '../../test/parse-csv.ts';
import { textOf } from '../../test/text-of.ts';
import { writeCsv } from '../csv/write.ts';
import { type Loss, LossReport } from '../loss.ts';
import { readTable } from '../reading/read-table.ts';
import { assessLedger } from '../table/assessed-ledger.ts';
import { UCDP_GED } from './codec.ts';
import { CARRIED_COLUMNS, encodeUcdpGed, GED_COLUMNS, type GedExportRow } from './encode.ts';

async function encode(ledger: Ledger): Promise<{ rows: GedExportRow[]; losses: readonly Loss[] }> {
  const report = new LossReport();
  const rows = await gather(encodeUcdpGed(assessLedger(ledger).events, report));
  return { rows, losses: report.losses };
}

const ofRow = async (more: Parameters<typeof gedRow>[0]): Promise<Ledger> => {
  const release = { dataset: 'ucdp-ged', title: 'GED', version: '1', published: '2023', url: 'https://example.org/' };
  const table = readTable(bytesOf(gedFile([gedRow(more)]), 4096), UCDP_GED);
  return ledgerOf(await gather(UCDP_GED.decode(table, release)), 'ucdp-ged').ledger;
};

const claim = (id: string, about: string, body: object, more: object = {}) => ({
  id: `paper/${id}`,
  source: 'paper',
  about: [about],
  claimant: 'ministry',
  evidence: { excerpt: true },
  paraphrase: `Paraphrase of ${id}.`,
  modality: 'asserted',
  ...more,
  body,
});
const killed = (quantity: object) => ({ kind: 'casualties', outcome: 'killed', persons: 'all', quantity });

/** Two attacks: of one, two bodies give two numbers and the accused deny it; of the other nobody says that anyone died. */
const disputed: Ledger = ledgerSchema.parse({
  dataset: 'fixture',
  digest: 'd'.repeat(64),
  actors: [
    { id: 'group', name: 'Group', kind: 'armed-group', refs: { ucdp: '902' } },
    { id: 'hospital', name: 'Hospital', kind: 'hospital' },
    { id: 'ministry', name: 'Ministry', kind: 'ministry', partOf: 'state' },
    { id: 'paper', name: 'Paper', kind: 'publication' },
    { id: 'state', name: 'State', kind: 'state', refs: { ucdp: '901', gw: '700' } },
  ],
  places: [
    {
      id: 'town',
      name: 'Town',
      kind: 'settlement',
      geometry: { type: 'point', longitude: 69.25, latitude: 34.5 },
      radiusKm: 3,
      precision: 'settlement',
    },
  ],
  events: ['attack', 'rockets'].map((id) => ({
    id,
    title: `Title of ${id}`,
    kind: 'attack',
    time: '2020-11',
    zone: 'Asia/Kabul',
    places: [{ place: 'town', role: 'struck' }],
  })),
  sources: [
    { id: 'paper', title: 'Report', publisher: 'paper', language: 'en', kind: 'article', published: '2020-12-01' },
  ],
  claims: [
    claim('accuses', 'attack', { kind: 'responsibility', stance: 'accuses', actors: ['group'] }),
    claim('denies', 'attack', { kind: 'responsibility', stance: 'denies', actors: ['group'] }, { claimant: 'group' }),
    claim('killed-3', 'attack', killed({ bound: 'exact', value: 3 }), { hedge: 'so far' }),
    claim('killed-5', 'attack', killed({ bound: 'exact', value: 5 }), { claimant: 'hospital' }),
    claim('none', 'rockets', killed({ bound: 'none' })),
    claim('parties', 'attack', { kind: 'parties', sides: ['group', 'state'] }, { claimant: 'paper' }),
  ],
  redirects: [],
});

test('a number in dispute is a range without a best, and a month is its days', async () => {
  const { rows } = await encode(disputed);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    id: 'attack',
    low: 3,
    high: 5,
    best: null,
    deaths_a: null,
    type_of_violence: '1',
    side_a: 'State',
    side_b: 'Group',
    gwnoa: '700',
    where_coordinates: 'Town',
    where_prec: '1',
    date_start: '2020-11-01',
    date_end: '2020-11-30',
    date_prec: '4',
    geom_wkt: 'POINT (69.25 34.5)',
    priogrid_gid: 179779,
  });
});

test('what a row has no place for is counted and named', async () => {
  const { losses } = await encode(disputed);
  expect(losses.map(({ kind, count, examples }) => [kind, count, examples])).toEqual([
    ['claim', 1, ['paper/accuses']],
    ['claimant', 2, ['paper/killed-3', 'paper/killed-5']],
    ['denial', 2, ['paper/denies', 'paper/none']],
    ['event', 1, ['rockets']],
    ['hedge', 1, ['paper/killed-3']],
    ['value', 1, ['attack']],
    ['value', 1, ['attack']],
  ]);
  expect(losses.find(({ kind }) => kind === 'event')?.reason).toContain('one death');
});

test('a row of GED in which nobody died is lost as an event', async () => {
  const { rows, losses } = await encode(await ofRow({ deaths_a: 0, deaths_civilians: 0, low: 0, best: 0, high: 0 }));
  expect(rows).toEqual([]);
  expect(losses.find(({ kind }) => kind === 'event')).toMatchObject({ examples: ['ucdp-ged-1001'] });
});

test('a row that was read is written with nothing lost', async () => {
  const { rows, losses } = await encode(await ofRow({ low: 6, best: 5, high: 8, event_clarity: 2 }));
  expect(losses).toEqual([]);
  expect(rows).toMatchObject([{ low: 6, best: 5, high: 8, event_clarity: '2', deaths_a: 2, deaths_civilians: 3 }]);
});

test('every event of a ledger has a row or is told as lost', async () => {
  const { rows, losses } = await encode(fixture);
  const standing = fixture.events.filter(({ retracted }) => retracted === undefined);
  const lost = losses.filter(({ kind }) => kind === 'event').reduce((sum, { count }) => sum + count, 0);
  expect(lost).toBeGreaterThan(0);
  expect(rows.length + lost).toBe(standing.length);
});

test('the table has the columns of GED in their order, and the others stay empty', async () => {
  const { rows } = await encode(await ofRow({}));
  const [header = [], cells = []] = parseCsv(await textOf(writeCsv(GED_COLUMNS, rows)));
  expect(header).toEqual(UCDP_GED.columns.map(({ name }) => name));
  const filled = header.filter((_, index) => cells[index] !== '');
  expect(filled.filter((name) => !CARRIED_COLUMNS.includes(name))).toEqual(['dyad_name', 'geom_wkt', 'priogrid_gid']);
});

test('every column of the format is used, ignored for a reason, or raises a signal', () => {
  expect(UCDP_GED.columns).toHaveLength(49);
  expect(new Set(UCDP_GED.columns.map(({ name }) => name)).size).toBe(49);
  for (const column of UCDP_GED.columns) {
    if (column.use !== 'used') expect(column.reason).toMatch(/\w/);
    else expect(CARRIED_COLUMNS.includes(column.name) || column.name === 'conflict_name').toBe(true);
  }
  const names = new Set(UCDP_GED.columns.map(({ name }) => name));
  for (const { columns } of UCDP_GED.layouts) expect(columns.filter((name) => !names.has(name))).toEqual([]);
});
