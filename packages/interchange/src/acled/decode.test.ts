import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACLED_31, ACLED_35, ACLED_ROW, acledTable } from '../../test/acled-rows.ts';
import { assessFirst, claimOf, decodeTable, refusals, releaseOf } from '../../test/decoded.ts';
import { ACLED } from './codec.ts';

const decodeRow = (row: Readonly<Record<string, string>> = {}, columns = ACLED_31) =>
  decodeTable(ACLED, acledTable([row], columns));

describe('a row of ACLED', () => {
  it('becomes an event, a document and claims, each after what it names', async () => {
    const table = await decodeRow();
    expect(table.problems).toEqual([]);
    expect(refusals(table.items)).toEqual([]);
    expect(table.items.map(({ type, value }) => `${type} ${'id' in value ? value.id : ''}`)).toEqual([
      'actor acled',
      expect.stringMatching(/^actor acled-actor-northern-front-[0-9a-f]{12}$/),
      expect.stringMatching(/^actor acled-actor-military-forces-of-examplia-/),
      'place acled-place-004',
      expect.stringMatching(/^place acled-place-north-[0-9a-f]{12}$/),
      expect.stringMatching(/^place acled-place-north-district-/),
      expect.stringMatching(/^place acled-place-exampleton-/),
      'source acled-xyz101',
      'event acled-xyz101',
      'claim acled-xyz101/parties',
      'claim acled-xyz101/killed',
      'claim acled-xyz101/beside-1',
      'claim acled-xyz101/reports',
    ]);
    expect(table.events[0]).toMatchObject({
      title: 'Armed clash, Exampleton, Examplia',
      kind: 'clash',
      time: '2020-11-21',
      zone: 'Asia/Kabul',
      refs: { acled: 'XYZ101' },
    });
  });

  it('names who took part, and no aggressor', async () => {
    const table = await decodeRow();
    expect(claimOf(table, 'parties')?.body).toMatchObject({
      kind: 'parties',
      sides: [{}, {}].map(() => expect.any(String) as string),
    });
    expect(table.claims.some(({ body }) => body.kind === 'responsibility')).toBe(false);
    expect(assessFirst(table).attribution.status).toBe('parties-only');
  });

  it('makes no actors of civilians, crowds and the unidentified', async () => {
    const table = await decodeRow({
      actor1: 'Unidentified Armed Group (Examplia)',
      inter1: '3',
      actor2: 'Civilians (Examplia)',
      inter2: '7',
      interaction: '37',
    });
    expect(table.problems).toEqual([]);
    expect(claimOf(table, 'parties')?.body).toEqual({
      kind: 'parties',
      sides: [{ unnamed: 'Unidentified Armed Group (Examplia)' }, { unnamed: 'Civilians (Examplia)' }],
    });
  });

  it.each([
    ['3', 'No fatalities.', { bound: 'exact', value: 3 }],
    ['0', 'The sides exchanged fire.', { bound: 'none-known' }],
    ['0', 'There were no fatalities or injuries.', { bound: 'none' }],
    ['0', 'Nobody was killed.', { bound: 'none' }],
    ['0', 'The explosion did not result in any casualties.', { bound: 'none' }],
    ['0', 'No fatalities were reported.', { bound: 'none-known' }],
    ['0', 'No information on casualties.', { bound: 'none-known' }],
    ['0', 'Casualties unknown.', { bound: 'none-known' }],
    ['0', '', { bound: 'none-known' }],
  ])('with %s dead and the notes %j says %j', async (fatalities, notes, quantity) => {
    const table = await decodeRow({ fatalities, notes });
    expect(claimOf(table, 'killed')?.body).toMatchObject({ outcome: 'killed', persons: 'all', quantity });
  });

  it('keeps nothing of the notes', async () => {
    const { items } = await decodeRow({ notes: 'A sentence of others with zyxwv in it. No fatalities.' });
    expect(JSON.stringify(items)).not.toMatch(/zyxwv|sentence of others/);
  });

  it('counts the bomber among those whom a suicide bomb killed', async () => {
    const table = await decodeRow({ event_type: 'Explosions/Remote violence', sub_event_type: 'Suicide bomb' });
    expect(claimOf(table, 'killed')?.body).toMatchObject({ includesPerpetrators: true });
  });

  it.each([
    ['1', '2020-11-21'],
    ['2', '2020-11-18/2020-11-24'],
    ['3', '2020-11'],
  ])('with time_precision %s happened in %s', async (time_precision, time) => {
    expect((await decodeRow({ time_precision })).events[0]?.time).toBe(time);
  });

  it.each([
    ['21 November 2020', '2020-11-21'],
    ['21-Nov-2020', '2020-11-21'],
    ['1 May 2021', '2021-05-01'],
    ['2020-11-21', '2020-11-21'],
  ])('reads the day %j', async (event_date, time) => {
    expect((await decodeRow({ event_date, year: '', timestamp: '' })).events[0]?.time).toBe(time);
  });

  it.each([
    ['1', 'settlement', 'Exampleton'],
    ['2', 'near', 'Somewhere around Exampleton'],
    ['3', 'adm1', 'Somewhere around Exampleton'],
  ])('with geo_precision %s is known to %s', async (geo_precision, precision, name) => {
    const { items } = await decodeRow({ geo_precision });
    expect(items.filter(({ type }) => type === 'place').at(-1)?.value).toMatchObject({ precision, name });
  });

  it.each(['Civilian targeting', 'Civilians targeted'])(
    'with %j says that civilians were a target',
    async (civilian_targeting) => {
      const table = await decodeRow({ civilian_targeting });
      expect(claimOf(table, 'civilians-targeted')?.body).toMatchObject({ happened: true });
    },
  );

  it.each([
    ['crowd size=about 1,200', { bound: 'about', value: 1200 }],
    ['armed presence; crowd size=at least 50', { bound: 'at-least', value: 50 }],
    ['crowd size=between 100 and 200', { bound: 'between', min: 100, max: 200 }],
    ['crowd size=hundreds', { bound: 'unquantified' }],
    ['crowd size=no report', undefined],
    ['armed presence', undefined],
  ])('with the tags %j gives the crowd as %j', async (tags, quantity) => {
    const body = claimOf(await decodeRow({ tags }), 'crowd')?.body;
    expect(body).toEqual(quantity === undefined ? undefined : { kind: 'count', measure: 'demonstrators', quantity });
  });

  it.each([
    ['Riots', 'Mob violence', 'attack'],
    ['Protests', 'Peaceful protest', 'demonstration'],
    ['Riots', 'Violent demonstration', 'demonstration'],
    ['Battles', 'Government regains territory', 'change-of-control'],
    ['Strategic developments', 'Arrests', 'development'],
    ['Strategic developments', 'Agreement', 'talks'],
    ['Explosions/Remote violence', 'Shelling/artillery/missile attack', 'attack'],
  ])('of the type %s, %s, is of the kind %s', async (event_type, sub_event_type, kind) => {
    const { events, problems } = await decodeRow({ event_type, sub_event_type });
    expect(problems).toEqual([]);
    expect(events).toMatchObject([{ kind }]);
  });

  it('is known from when it was written', async () => {
    const { claims } = await decodeRow();
    expect(new Set(claims.map(({ said }) => said))).toEqual(new Set(['2020-11-24T09:00Z']));
  });
});

describe('the layouts of ACLED', () => {
  it('of 31 and of 35 columns say the same', async () => {
    const [older, newer] = [await decodeRow({}, ACLED_31), await decodeRow({}, ACLED_35)];
    expect(newer.problems).toEqual([]);
    expect(newer.items).toEqual(older.items);
  });

  it.each([
    ['2', '1', '12'],
    ['2', '1', 'State forces\u2013Rebel group'],
    ['2', '1', 'Rebel group-State forces'],
    ['Rebel groups', 'State forces', 'Rebel group - State forces'],
  ])('with classes %j and %j and the interaction %j say the same', async (inter1, inter2, interaction) => {
    const table = await decodeRow({ inter1, inter2, interaction });
    expect(table.problems).toEqual([]);
    expect(table.items).toEqual((await decodeRow()).items);
  });

  it.each(['20', 'Rebel group only', 'Sole rebel group action', 'Rebel group'])(
    'know one actor alone as %j',
    async (interaction) => {
      const { problems } = await decodeRow({ actor2: '', inter2: '', interaction });
      expect(problems).toEqual([]);
    },
  );
});

it('gives the same records whatever the order of the rows', async () => {
  const rows = [{}, { event_id_cnty: 'XYZ102', location: 'Elsewhere' }, { event_id_cnty: 'XYZ103', actor1: 'Others' }];
  const sorted = async (table: string) =>
    (await decodeTable(ACLED, table)).items.map((item) => JSON.stringify(item)).sort();
  expect(await sorted(acledTable(rows.toReversed()))).toEqual(await sorted(acledTable(rows)));
});

describe('a bad value of ACLED', () => {
  it.each([
    ['event_id_cnty', '', 'rejected'],
    ['event_id_cnty', '../x', 'rejected'],
    ['event_date', '30 February 2020', 'rejected'],
    ['event_date', '2020-02-30', 'rejected'],
    ['event_date', '11/21/2020', 'rejected'],
    ['event_date', '', 'rejected'],
    ['year', '2019', 'noted'],
    ['time_precision', '4', 'rejected'],
    ['event_type', 'Riots', 'noted'],
    ['sub_event_type', 'Skirmish', 'rejected'],
    ['inter1', '9', 'noted'],
    ['interaction', '17', 'noted'],
    ['interaction', 'Rebels against the state', 'noted'],
    ['civilian_targeting', 'yes', 'noted'],
    ['iso', 'AFG', 'noted'],
    ['country', '', 'rejected'],
    ['location', '', 'rejected'],
    ['latitude', '134.5', 'rejected'],
    ['latitude', '34,5', 'rejected'],
    ['longitude', 'x', 'rejected'],
    ['geo_precision', '0', 'rejected'],
    ['fatalities', '-99', 'rejected'],
    ['fatalities', 'three', 'rejected'],
    ['fatalities', '', 'rejected'],
    ['timestamp', 'yesterday', 'noted'],
    ['timestamp', '1500000000', 'noted'],
    ['timestamp', '1900000000', 'noted'],
  ])('in %s, %j, is %s with its line and the remedy', async (column, value, weight) => {
    const { problems, events } = await decodeTable(
      ACLED,
      acledTable([{ event_id_cnty: 'XYZ100' }, { [column]: value }]),
    );
    const own = problems.filter((problem) => problem.column === column);
    expect(own).toMatchObject([
      {
        line: 3,
        weight,
        reason: expect.stringContaining(column) as string,
        remedy: expect.stringMatching(/./) as string,
      },
    ]);
    expect(events.length).toBe(weight === 'rejected' ? 1 : 2);
  });

  it('that stands for an unknown place is told', async () => {
    const { problems } = await decodeRow({ latitude: '0', longitude: '0' });
    expect(problems).toMatchObject([{ column: 'latitude', weight: 'rejected' }]);
  });

  it('of an id that was there before names the other line', async () => {
    const { problems, events } = await decodeTable(ACLED, acledTable([{}, { fatalities: '4' }]));
    expect(events).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 3, reason: 'event_id_cnty xyz101 is that of line 2 too' }]);
  });
});

it('says of every column what becomes of it', () => {
  expect(ACLED_35).toEqual(Object.keys(ACLED_ROW));
});

it('never throws, and gives nothing that a ledger refuses, however a row is damaged', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.integer().map(String),
    fc.constantFrom('', '-99', '0', '1', '8', '2020-02-30', '\ufffd', '90', '-180', ';;', 'x'.repeat(3000)),
    fc.constantFrom(...Object.values(ACLED_ROW)),
  );
  const row = fc.dictionary(fc.constantFrom(...ACLED_31), value, { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
      const table = await decodeTable(ACLED, acledTable(rows), releaseOf(ACLED));
      expect(refusals(table.items)).toEqual([]);
      for (const { reason, remedy } of table.problems) expect([reason, remedy]).not.toContain('');
    }),
    { numRuns: 200 },
  );
});
