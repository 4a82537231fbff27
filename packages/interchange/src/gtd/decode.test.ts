import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessFirst, claimOf, decodeTable, refusals } from '../../test/decoded.ts';
import { GTD_COLUMNS, GTD_ROW, gtdTable } from '../../test/gtd-rows.ts';
import { GTD } from './codec.ts';

type Cells = Readonly<Record<string, string>>;

const decodeRow = (row: Cells = {}) => decodeTable(GTD, gtdTable([row]));
const bodyOf = async (row: Cells, slug: string) => claimOf(await decodeRow(row), slug)?.body;

it('says of 135 columns what becomes of each, with a reason where it is not used', () => {
  expect(GTD.columns).toHaveLength(135);
  expect(new Set(GTD.columns.map(({ name }) => name)).size).toBe(135);
});

describe('a row of the GTD', () => {
  it('becomes an event, a document and claims, each after what it names', async () => {
    const table = await decodeRow();
    expect(table.problems).toEqual([]);
    expect(refusals(table.items)).toEqual([]);
    expect(table.items.map(({ type, value }) => `${type} ${'id' in value ? value.id : ''}`)).toEqual([
      'actor gtd',
      expect.stringMatching(/^actor gtd-actor-northern-front-[0-9a-f]{12}$/),
      'place gtd-place-4',
      expect.stringMatching(/^place gtd-place-north-[0-9a-f]{12}$/),
      expect.stringMatching(/^place gtd-place-exampleton-[0-9a-f]{12}$/),
      'source gtd-202011210001',
      'event gtd-202011210001',
      'claim gtd-202011210001/attributed-1',
      'claim gtd-202011210001/no-claim',
      'claim gtd-202011210001/killed',
      'claim gtd-202011210001/injured',
      'claim gtd-202011210001/weapon',
      'claim gtd-202011210001/target',
      'claim gtd-202011210001/captured',
    ]);
    expect(table.events[0]).toMatchObject({
      title: 'Bombing, Exampleton, Examplia',
      kind: 'attack',
      time: '2020-11-21',
      zone: 'Asia/Kabul',
      refs: { gtd: '202011210001' },
    });
  });

  it('keeps nothing of the texts of others, nor whom it names as attacked', async () => {
    expect(JSON.stringify((await decodeRow()).items)).not.toMatch(/zyxwv|old mill/);
  });
});

describe('who did it', () => {
  it('is the dataset’s accusation where nobody claimed it', async () => {
    const table = await decodeRow();
    expect(claimOf(table, 'attributed-1')).toMatchObject({
      claimant: 'gtd',
      basis: 'analysis',
      body: { stance: 'accuses' },
    });
    expect(claimOf(table, 'no-claim')?.body).toMatchObject({ stance: 'none-claimed', actors: [] });
    expect(assessFirst(table).attribution).toMatchObject({ status: 'accused' });
  });

  it('is its suspicion where it is not certain', async () => {
    const table = await decodeRow({ guncertain1: '1' });
    expect(claimOf(table, 'attributed-1')).toMatchObject({
      hedge: 'attribution suspected',
      body: { stance: 'suspects' },
    });
  });

  it('is the group’s own claim where it claimed it, relayed by the dataset', async () => {
    const table = await decodeRow({ claimed: '1', claimmode: '7' });
    const claim = claimOf(table, 'claimed-1');
    expect(claim).toMatchObject({
      via: ['gtd'],
      channel: 'website',
      body: { stance: 'claims', actors: [claim?.claimant] },
    });
    expect(claimOf(table, 'attributed-1')).toBeUndefined();
    expect(claimOf(table, 'no-claim')).toBeUndefined();
    expect(assessFirst(table).attribution.status).toBe('claimed');
  });

  it('is in dispute where groups claimed it in competition', async () => {
    const table = await decodeRow({
      claimed: '1',
      gname2: 'Southern Front',
      claim2: '1',
      claimmode2: '2',
      compclaim: '1',
    });
    expect(table.claims.filter(({ body }) => body.kind === 'responsibility')).toMatchObject([
      { body: { stance: 'claims', actors: [{}].map(() => expect.stringContaining('northern') as string) } },
      {
        channel: 'call-before',
        body: { stance: 'claims', actors: [{}].map(() => expect.stringContaining('southern') as string) },
      },
    ]);
    expect(assessFirst(table).attribution.status).toBe('multiple-claims');
  });

  it('is claimed jointly where the claims do not compete', async () => {
    const table = await decodeRow({ claimed: '1', gname2: 'Southern Front', claim2: '1', compclaim: '0' });
    expect(claimOf(table, 'claimed-1')?.body).toMatchObject({
      actors: [{}, {}].map(() => expect.any(String) as string),
    });
  });

  it('names others beside the one who claimed it', async () => {
    const table = await decodeRow({ claimed: '1', gname2: 'Southern Front', claim2: '0', guncertain2: '1' });
    expect(claimOf(table, 'attributed-2')?.body).toMatchObject({ stance: 'suspects' });
    expect(assessFirst(table).attribution.status).toBe('contested');
  });

  it('is told to compete where the others are not named', async () => {
    expect(claimOf(await decodeRow({ claimed: '1', compclaim: '1' }), 'competing')).toBeDefined();
  });

  it('is nobody where the dataset names nobody', async () => {
    const table = await decodeRow({ gname: 'Unknown', claimed: '0' });
    expect(claimOf(table, 'attributed-1')?.body).toMatchObject({ stance: 'reports', actors: ['unknown'] });
    expect(assessFirst(table).attribution.status).toBe('unclaimed');
  });

  it('is described, and no actor, where the dataset has a description for a name', async () => {
    const table = await decodeRow({ gname: 'Northern extremists' });
    expect(claimOf(table, 'attributed-1')?.body).toMatchObject({
      actors: [{ unnamed: 'people whom GTD calls “Northern extremists”' }],
    });
    expect(table.items.filter(({ type }) => type === 'actor')).toHaveLength(1);
  });

  it('is never a private person', async () => {
    const table = await decodeRow({ gname: 'Jane Zyxwv', individual: '1', claimed: '1' });
    expect(JSON.stringify(table.items)).not.toContain('Zyxwv');
    expect(claimOf(table, 'claimed-1')?.claimant).toEqual({ unnamed: 'an individual of no group' });
  });

  it('is a part of a group where one is named', async () => {
    const table = await decodeRow({ gsubname: 'Hill Brigade' });
    const actors = table.items.flatMap((item) => (item.type === 'actor' ? [item.value] : []));
    expect(actors.at(-1)).toMatchObject({ name: 'Hill Brigade', partOf: actors.at(-2)?.id });
    expect(claimOf(table, 'attributed-1')?.body).toMatchObject({ actors: [actors.at(-1)?.id] });
  });
});

describe('who came to harm', () => {
  it('is told apart: victims, perpetrators, and all together', async () => {
    const table = await decodeRow({ nkill: '8', nkillter: '2' });
    const all = claimOf(table, 'killed-in-all');
    expect(all?.body).toMatchObject({ includesPerpetrators: true, quantity: { bound: 'exact', value: 8 } });
    expect(claimOf(table, 'killed')).toMatchObject({
      relations: { partOf: all?.id },
      body: { persons: 'all', quantity: { bound: 'exact', value: 6 } },
    });
    expect(claimOf(table, 'killed')?.body).not.toHaveProperty('includesPerpetrators');
    expect(claimOf(table, 'killed-perpetrators')?.body).toMatchObject({
      persons: 'perpetrators',
      quantity: { value: 2 },
    });
    expect(assessFirst(table).questions.find(({ key }) => key === 'casualties:killed:all')?.range).toMatchObject({
      low: 6,
      high: 6,
    });
  });

  it.each([
    [{ nkill: '8', nkillter: '' }, 'killed', undefined],
    [{ nkill: '8', nkillter: '-99' }, 'killed-in-all', { bound: 'exact', value: 8 }],
    [{ nkill: '0', nkillter: '' }, 'killed', { bound: 'none' }],
    [{ nkill: '', nkillter: '' }, 'killed', undefined],
    [{ nkill: '-99', nkillter: '-99' }, 'killed', undefined],
    [{ nkill: '2', nkillter: '2' }, 'killed', { bound: 'none' }],
    [{ nkill: '', nkillter: '1' }, 'killed-perpetrators', { bound: 'exact', value: 1 }],
    [{ nwound: '12', nwoundte: '3' }, 'injured', { bound: 'exact', value: 9 }],
    [{ nkill: '2.5' }, 'killed', { bound: 'between', min: 2, max: 3 }],
    [{ nkill: '8.0', nkillter: '0.0' }, 'killed', { bound: 'exact', value: 8 }],
    [{ nkillus: '1' }, 'killed-us', { bound: 'exact', value: 1 }],
  ])('with %j says of %s %j', async (row, slug, quantity) => {
    const body = await bodyOf(row, slug);
    expect(body !== undefined && 'quantity' in body ? body.quantity : undefined).toEqual(quantity);
  });

  it('keeps both figures where there are more perpetrators than dead, and tells it', async () => {
    const table = await decodeRow({ nkill: '1', nkillter: '3' });
    expect(table.problems).toMatchObject([{ column: 'nkillter', weight: 'noted' }]);
    expect(claimOf(table, 'killed-in-all')).toBeDefined();
    expect(claimOf(table, 'killed-perpetrators')).toBeDefined();
    expect(claimOf(table, 'killed')).toBeUndefined();
  });
});

describe('when', () => {
  it.each([
    [{ iday: '0' }, '2020-11'],
    [{ imonth: '0', iday: '0' }, '2020'],
    [{ approxdate: 'around 21 November' }, '2020-11-21~'],
    [{ extended: '1', resolution: '11/23/2020' }, '2020-11-21/2020-11-23'],
    [{ extended: '1', resolution: '2020-11-23 00:00:00' }, '2020-11-21/2020-11-23'],
  ])('%j is %s', async (row, time) => {
    expect((await decodeRow(row)).events[0]?.time).toBe(time);
  });
});

describe('where', () => {
  it.each([
    [{}, { precision: 'settlement', name: 'Exampleton' }],
    [{ vicinity: '1' }, { precision: 'near', name: 'Somewhere around Exampleton' }],
    [{ specificity: '2' }, { precision: 'adm2', name: 'Somewhere around Exampleton' }],
    [
      { specificity: '3', city: 'Unknown' },
      { precision: 'adm2', name: 'Somewhere in North' },
    ],
    [
      { specificity: '4', city: '' },
      { precision: 'adm1', name: 'Somewhere in North' },
    ],
    [
      { specificity: '5', city: 'Unknown', latitude: '', longitude: '' },
      { precision: 'adm1', name: 'North' },
    ],
    [
      { specificity: '5', city: '', provstate: '', latitude: '', longitude: '' },
      { precision: 'country', name: 'Examplia' },
    ],
  ])('%j is known to %j', async (row, place) => {
    const { items, events } = await decodeRow(row);
    const at = events[0]?.places[0]?.place;
    expect(items.find(({ type, value }) => type === 'place' && 'id' in value && value.id === at)?.value).toMatchObject(
      place,
    );
  });

  it('without coordinates counts days in UTC, and says so', async () => {
    const { events, problems } = await decodeRow({ latitude: '', longitude: '' });
    expect(events[0]?.zone).toBe('Etc/UTC');
    expect(problems).toMatchObject([{ weight: 'noted', column: 'latitude' }]);
  });
});

it.each([
  [{}, 'weapon', { weapon: 'magnetic-bomb' }],
  [{ weapsubtype1: '' }, 'weapon', { weapon: 'explosive' }],
  [{ weaptype2: '5', weapsubtype2: '2' }, 'weapon', { weapon: 'magnetic-bomb-and-automatic-rifle' }],
  [{ weaptype1: '13', weapsubtype1: '' }, 'weapon', undefined],
  [{ suicide: '1' }, 'suicide', { what: 'suicide-attack', happened: true }],
  [{ success: '0' }, 'success', { what: 'attack-succeeded', happened: false }],
  [{ nperps: '4' }, 'attackers', { measure: 'attackers', quantity: { bound: 'exact', value: 4 } }],
  [{ property: '1', propextent: '3' }, 'damage', { object: 'property' }],
  [{ property: '0' }, 'damage', { what: 'property-damaged', happened: false }],
  [{ propvalue: '5000' }, 'damage-value', { measure: 'property-damage-us-dollars' }],
  [{ ishostkid: '1', nhostkid: '-99' }, 'hostages', { quantity: { bound: 'unquantified' } }],
  [{ ishostkid: '1', nhostkid: '7', nreleased: '5' }, 'released', { quantity: { bound: 'exact', value: 5 } }],
  [{ ishostkid: '1', hostkidoutcome: '2' }, 'hostage-outcome', { kind: 'statement' }],
  [{ doubtterr: '1', alternative: '1' }, 'doubt', { kind: 'statement' }],
])('with %j says of %s %j', async (row, slug, body) => {
  const found = await bodyOf(row, slug);
  if (body === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(body);
});

it('names related incidents, itself not among them', async () => {
  const { events, problems } = await decodeRow({ multiple: '1', related: '202011210002, 202011210001,202011210003' });
  expect(events[0]?.refs).toEqual({ gtd: '202011210001', 'gtd-related': '202011210002, 202011210003' });
  expect(problems).toEqual([]);
});

it('gives the same records whatever the order of the rows', async () => {
  const rows = [{}, { eventid: '202011210002', gname: 'Others' }, { eventid: '202011210003', city: 'Elsewhere' }];
  const sorted = async (table: string) =>
    (await decodeTable(GTD, table)).items.map((item) => JSON.stringify(item)).sort();
  expect(await sorted(gtdTable(rows.toReversed()))).toEqual(await sorted(gtdTable(rows)));
});

describe('a bad value of the GTD', () => {
  it.each([
    ['eventid', '2.02011E+11', 'rejected'],
    ['eventid', '', 'rejected'],
    ['iyear', '20', 'rejected'],
    ['iyear', '2019', 'noted'],
    ['imonth', '13', 'rejected'],
    ['iday', '31', 'rejected'],
    ['iday', 'x', 'rejected'],
    ['extended', '2', 'noted'],
    ['resolution', '11/20/2020', 'noted'],
    ['resolution', 'soon', 'noted'],
    ['country', 'AF', 'noted'],
    ['country_txt', '', 'rejected'],
    ['latitude', '91', 'rejected'],
    ['longitude', '-86185896', 'rejected'],
    ['specificity', '9', 'noted'],
    ['vicinity', '2', 'noted'],
    ['attacktype1', '10', 'noted'],
    ['targtype1', '23', 'noted'],
    ['gname', '', 'noted'],
    ['guncertain1', 'x', 'noted'],
    ['claimed', 'yes', 'noted'],
    ['claimmode', '11', 'noted'],
    ['weaptype1', '14', 'noted'],
    ['weapsubtype1', '32', 'noted'],
    ['nkill', '-1', 'rejected'],
    ['nkill', 'eight', 'rejected'],
    ['nkillter', '9', 'noted'],
    ['nwound', '1,000', 'rejected'],
    ['propextent', '5', 'noted'],
    ['related', '202011210002; yes', 'noted'],
  ])('in %s, %j, is %s with its line and the remedy', async (column, value, weight) => {
    const { problems, events } = await decodeTable(
      GTD,
      gtdTable([{ eventid: '202011210009' }, { multiple: '1', [column]: value }]),
    );
    expect(problems.filter((problem) => problem.column === column)).toMatchObject([
      {
        line: 3,
        weight,
        reason: expect.stringContaining(column) as string,
        remedy: expect.stringMatching(/./) as string,
      },
    ]);
    expect(events.length).toBe(weight === 'rejected' ? 1 : 2);
  });

  it('of an id that was there before names the other line', async () => {
    const { problems, events } = await decodeTable(GTD, gtdTable([{}, { nkill: '1' }]));
    expect(events).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 3, reason: 'eventid 202011210001 is that of line 2 too' }]);
  });
});

it('never throws, and gives nothing that a ledger refuses, however a row is damaged', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.integer().map(String),
    fc.constantFrom('', '-9', '-99', '0', '1', '2', '13', '3.5', '1e9', '999999999999', 'Unknown', 'x'.repeat(3000)),
    fc.constantFrom(...Object.values(GTD_ROW)),
  );
  const used = GTD.columns.filter(({ use }) => use === 'used').map(({ name }) => name);
  const row = fc.dictionary(fc.constantFrom(...used), value, { maxKeys: 10 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
      const table = await decodeTable(GTD, gtdTable(rows, GTD_COLUMNS));
      expect(refusals(table.items)).toEqual([]);
      for (const { reason, remedy } of table.problems) expect([reason, remedy]).not.toContain('');
    }),
    { numRuns: 200 },
  );
});
