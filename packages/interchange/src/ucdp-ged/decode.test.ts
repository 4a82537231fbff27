import { assess, dossierOf, indexLedger, type Ledger, type LedgerItem } from '@counterclaim/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, gather } from '../../test/bytes.ts';
import { type GedCells, gedFile, gedRow, gedRows } from '../../test/ged-rows.ts';
import { dangling, ledgerOf } from '../../test/ledger-of.ts';
import type { Decoded, Problem, Release } from '../codec.ts';
import { readTable } from '../reading/read-table.ts';
import { UCDP_GED } from './codec.ts';

const release: Release = {
  dataset: 'ucdp-ged',
  title: UCDP_GED.release.title,
  version: '23.1',
  published: '2023-06',
  url: UCDP_GED.release.url,
};

const decoded = (content: string | Uint8Array, of = release): Promise<Decoded[]> =>
  gather(UCDP_GED.decode(readTable(bytesOf(content, 4096), UCDP_GED), of));

async function read(...rows: GedCells[]): Promise<{ ledger: Ledger; problems: Problem[] }> {
  return ledgerOf(await decoded(gedFile(rows)), 'ucdp-ged');
}

const one = async (more: Parameters<typeof gedRow>[0] = {}) => {
  const { ledger, problems } = await read(gedRow(more));
  const claims = Object.fromEntries(ledger.claims.map((claim) => [claim.id.slice(claim.id.indexOf('/') + 1), claim]));
  return { ledger, problems, claims, event: ledger.events[0] };
};

test('a row becomes an event, a document and claims by the dataset', async () => {
  const { ledger, problems, claims, event } = await one();
  expect(problems).toEqual([]);
  expect(event).toEqual({
    id: 'ucdp-ged-1001',
    title: 'State-based conflict, Upper village, Land',
    kind: 'clash',
    time: '2019-05-02',
    zone: 'Asia/Kabul',
    places: [{ place: expect.stringMatching(/^ucdp-ged-place-upper-village-[0-9a-f]+$/) as string, role: 'within' }],
    refs: { ucdp: '1001', 'ucdp-relid': 'ZZZ-2019-1-900-1' },
  });
  expect(ledger.sources).toMatchObject([
    { id: 'ucdp-ged-1001', publisher: 'ucdp-ged', kind: 'dataset', published: '2023-06', url: release.url },
  ]);
  expect(Object.keys(claims).sort()).toEqual(['killed', 'killed-civilians', 'killed-side-a', 'parties']);
  expect(claims['killed']).toMatchObject({
    claimant: 'ucdp-ged',
    body: { persons: 'all', quantity: { bound: 'between', min: 4, max: 8, best: 5 } },
  });
  expect(claims['killed']?.body).not.toHaveProperty('includesPerpetrators');
  expect(claims['killed-side-a']).toMatchObject({
    relations: { partOf: 'ucdp-ged-1001/killed' },
    body: { persons: 'combatants', of: 'ucdp-ged-actor-901', quantity: { bound: 'exact', value: 2 } },
  });
  expect(claims['parties']?.body).toEqual({ kind: 'parties', sides: ['ucdp-ged-actor-901', 'ucdp-ged-actor-902'] });
  expect(ledger.actors).toEqual([
    { id: 'ucdp-ged', name: 'UCDP Georeferenced Event Dataset', kind: 'dataset' },
    { id: 'ucdp-ged-actor-901', name: 'Government of Land', kind: 'state', refs: { ucdp: '901', gw: '700' } },
    { id: 'ucdp-ged-actor-902', name: 'Group', kind: 'armed-group', refs: { ucdp: '902' } },
  ]);
});

test('what the row says is what the ledger derives, and its parts add up', async () => {
  const { ledger } = await one();
  const [event] = ledger.events;
  const dossier = event && dossierOf(indexLedger(ledger), event.id);
  const assessment = dossier && assess(dossier);
  expect(assessment?.attribution.status).toBe('parties-only');
  expect(assessment?.questions.find(({ key }) => key === 'casualties:killed:all')?.range).toEqual({
    low: 4,
    high: 8,
    open: false,
  });
  expect(assessment?.breakdowns).toMatchObject([{ verdict: 'adds-up' }]);
});

test('fighters of a side that is no state are told to be among the dead', async () => {
  const group = await one({ deaths_b: 3, deaths_a: 0, deaths_civilians: 0, best: 3, low: 3, high: 3 });
  expect(group.claims['killed']?.body).toMatchObject({
    quantity: { bound: 'exact', value: 3 },
    includesPerpetrators: true,
  });
  expect(group.claims['killed']?.paraphrase).toBe('UCDP counts 3 killed, fighters among them.');
  const states = await one({ deaths_b: 3, deaths_a: 0, deaths_civilians: 0, best: 3, low: 3, high: 3, gwnob: '365.0' });
  expect(states.claims['killed']?.body).not.toHaveProperty('includesPerpetrators');
});

test('one-sided violence is reported, not accused, and civilians are no actor', async () => {
  const { claims, ledger, event } = await one({
    type_of_violence: 3,
    side_b_new_id: 1,
    side_b: 'Civilians',
    deaths_a: 0,
    deaths_civilians: 5,
  });
  expect(claims['responsibility']?.body).toEqual({
    kind: 'responsibility',
    stance: 'reports',
    actors: ['ucdp-ged-actor-901'],
  });
  expect(claims['parties']).toBeUndefined();
  expect(event?.kind).toBe('attack');
  expect(ledger.actors.map(({ id }) => id)).toEqual(['ucdp-ged', 'ucdp-ged-actor-901']);
});

test('unclear reporting is hedged, and over months no event but a period', async () => {
  const { claims, event } = await one({ event_clarity: 2, date_end: '2019-06-20', date_prec: 5 });
  expect(Object.values(claims).map(({ hedge }) => hedge)).toEqual(
    Object.keys(claims).map(() => 'reporting aggregated or unclear'),
  );
  expect(event).toMatchObject({ kind: 'period', time: '2019-05-02/2019-06-20', places: [{ role: 'covers' }] });
});

test.each([
  ['1', 'Upper village', 'settlement', 'Upper village'],
  ['1', 'the bridge', 'exact', 'the bridge'],
  ['2', 'Upper village', 'near', 'Upper village'],
  ['3', 'Hill district', 'adm2', 'Somewhere in Hill district'],
  ['4', 'North province', 'adm1', 'Somewhere in North province'],
  ['5', 'the river', 'line-or-area', 'the river'],
  ['6', 'Land', 'country', 'Somewhere in Land'],
  ['7', 'the sea', 'sea-or-air', 'the sea'],
])('where_prec %s at %s is %s', async (where_prec, where_coordinates, precision, name) => {
  const { ledger, event } = await one({ where_prec, where_coordinates });
  const place = ledger.places.find(({ id }) => id === event?.places[0]?.place);
  expect(place).toMatchObject({ name, precision, geometry: { latitude: 34.5, longitude: 69.25 } });
  expect(place?.radiusKm).toBeGreaterThan(0);
});

test('a place lies in its district, its province and its country', async () => {
  const { ledger } = await one();
  const byName = new Map(ledger.places.map((place) => [place.name, place]));
  expect(byName.get('Upper village')?.within).toBe(byName.get('Hill district')?.id);
  expect(byName.get('Hill district')?.within).toBe(byName.get('North province')?.id);
  expect(byName.get('North province')?.within).toBe('ucdp-ged-place-700');
});

test.each([
  ['date_start', { date_start: '2019-02-30' }, 'no calendar has'],
  ['date_end', { date_end: '2019-05-01' }, 'before date_start'],
  ['date_end', { date_end: '02/05/2019' }, '"02/05/2019"'],
  ['best', { best: -99 }, 'not known'],
  ['low', { low: '-9.0' }, 'not known'],
  ['high', { high: '8,5' }, '"8,5"'],
  ['deaths_a', { deaths_a: '' }, '""'],
  ['latitude', { latitude: 0, longitude: 0 }, '0, 0'],
  ['latitude', { latitude: 96.09, longitude: 21.97 }, 'beyond the poles'],
  ['latitude', { latitude: 69.25, longitude: 34.5 }, 'the other way round'],
  ['longitude', { longitude: '69°15' }, '"69°15"'],
  ['type_of_violence', { type_of_violence: 4 }, '"4"'],
  ['where_prec', { where_prec: 'exact' }, '"exact"'],
  ['event_clarity', { event_clarity: 0 }, '"0"'],
  ['id', { id: 'AFG1' }, '"AFG1"'],
  ['side_a', { side_a: ' ' }, 'empty'],
])('%s %j costs the row, and says why and what to do', async (column, more, reason) => {
  const { ledger, problems } = await one(more);
  expect(ledger.events).toEqual([]);
  expect(problems.filter(({ weight }) => weight === 'rejected')).toMatchObject([
    {
      line: 2,
      column,
      reason: expect.stringContaining(reason) as string,
      remedy: expect.stringMatching(/./) as string,
    },
  ]);
});

test('everything that is wrong with a row is told at once', async () => {
  const { problems } = await one({ best: -99, date_start: '2020-02-30', latitude: 'north' });
  expect(problems.map(({ column }) => column).sort()).toEqual(['best', 'date_start', 'latitude']);
});

test.each([
  ['low', { low: 6, best: 5, high: 8 }, ['at-least 6', 'at-most 8', 'exact 5']],
  ['high', { low: 2, best: 5, high: 4 }, ['at-least 2', 'at-most 4', 'exact 5']],
  ['high', { low: 0, best: 5, high: 0 }, ['exact 5', 'none']],
])('figures that contradict each other in %s are kept, each as a claim of its own', async (column, more, figures) => {
  const { claims, problems } = await one(more);
  expect(problems).toMatchObject([
    { weight: 'noted', line: 2, column, reason: expect.stringContaining('contradict') as string },
  ]);
  const said = ['killed-low', 'killed-high', 'killed-best'].flatMap((slug) => {
    const body = claims[slug]?.body;
    if (body?.kind !== 'casualties') return [];
    return [`${body.quantity.bound}${'value' in body.quantity ? ` ${body.quantity.value}` : ''}`];
  });
  expect(said.sort()).toEqual(figures);
  expect(claims['killed-side-a']?.relations?.partOf).toBe('ucdp-ged-1001/killed-best');
});

test.each([
  ['best', { best: 6 }, 'add up to 5'],
  ['year', { year: 2018 }, 'year is 2018'],
  ['date_prec', { date_prec: 3 }, 'date_prec is 3'],
  ['code_status', { code_status: 'Check deaths' }, 'Check deaths'],
  ['priogrid_gid', { priogrid_gid: 5 }, 'grid cell 5'],
  ['type_of_violence', { type_of_violence: 2 }, 'type_of_violence is 2'],
])('a %s that contradicts what is carried is told, and the row kept', async (column, more, reason) => {
  const { ledger, problems } = await one(more);
  expect(ledger.events).toHaveLength(1);
  expect(problems).toMatchObject([
    { weight: 'noted', line: 2, column, reason: expect.stringContaining(reason) as string },
  ]);
});

test('an id that comes twice is kept once', async () => {
  const { ledger, problems } = await read(gedRow(), gedRow({ best: 5, low: 5, high: 5 }));
  expect(ledger.events).toHaveLength(1);
  expect(problems).toMatchObject([
    { weight: 'rejected', line: 3, column: 'id', reason: expect.stringContaining('line 2') as string },
  ]);
});

test('both layouts, with their header or without, say the same', async () => {
  const row = gedRow({ relid: '' });
  const [first, ...others] = await Promise.all(
    ([49, 42] as const).flatMap((layout) =>
      [true, false].map(async (header) => ledgerOf(await decoded(gedFile([row], layout, header)), 'ucdp-ged').ledger),
    ),
  );
  expect(first?.events).toHaveLength(1);
  for (const other of others) expect(other).toEqual(first);
});

test('another file is refused with the columns that it lacks', async () => {
  const { ledger, problems } = ledgerOf(
    await decoded('eventid,iyear,imonth,iday,country,latitude,longitude\n1,2019,1,2,4,34.5,69.2\n'),
    'ucdp-ged',
  );
  expect(ledger.actors).toEqual([]);
  expect(problems).toMatchObject([
    { weight: 'refused', line: 1, reason: expect.stringContaining('"type_of_violence"') as string },
  ]);
});

test('every id begins with the dataset’s, whatever it is called', async () => {
  const items = await decoded(gedFile([gedRow()]), { ...release, dataset: 'my-copy' });
  const ids = items.flatMap((each) =>
    each.type === 'items' ? each.items.map((item) => (item as Exclude<LedgerItem, { type: 'redirect' }>).value.id) : [],
  );
  expect(ids.filter((id) => id !== 'my-copy' && !id.startsWith('my-copy-'))).toEqual([]);
});

test('the records never depend on the order of rows, name nothing that is not there, and name it first', async () => {
  await fc.assert(
    fc.asyncProperty(gedRows, async (rows) => {
      const items = await decoded(gedFile(rows));
      const { ledger, problems } = ledgerOf(items, 'ucdp-ged');
      expect(problems.filter(({ weight }) => weight !== 'noted')).toEqual([]);
      expect(ledger.events).toHaveLength(rows.length);
      expect(dangling(ledger)).toEqual([]);
      const reversed = ledgerOf(await decoded(gedFile(rows.toReversed())), 'ucdp-ged');
      expect(reversed.ledger).toEqual(ledger);
      const seen = new Set<string>();
      for (const item of items.flatMap((each) => (each.type === 'items' ? each.items : []))) {
        if (item.type === 'redirect') continue;
        if (item.type === 'event') expect(item.value.places.every(({ place }) => seen.has(place))).toBe(true);
        if (item.type === 'claim') expect(seen.has(item.value.source)).toBe(true);
        seen.add(item.value.id);
      }
    }),
    { numRuns: 60 },
  );
});

test('a damaged file never throws, and whatever comes of it keeps the domain’s schema', async () => {
  await fc.assert(
    fc.asyncProperty(
      gedRows,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
      async (rows, changes) => {
        const bytes = Buffer.from(gedFile(rows));
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const { ledger } = ledgerOf(await decoded(bytes), 'ucdp-ged');
        expect(dangling(ledger)).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
