import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, gather } from '../../test/bytes.ts';
import { releaseOf } from '../../test/decoded.ts';
import { gtdTable } from '../../test/gtd-rows.ts';
import { ledger as everything } from '../../test/ledger.ts';
import { ledgerOf } from '../../test/ledger-of.ts';
import { textOf } from '../../test/text-of.ts';
import { writeCsv } from '../csv/write.ts';
import { LossReport } from '../loss.ts';
import { readTable } from '../reading/read-table.ts';
import { assessLedger } from '../table/assessed-ledger.ts';
import { GTD } from './codec.ts';
import { encodeGtd, GTD_CARRIED_COLUMNS, GTD_COLUMNS } from './encode.ts';

type Cells = Readonly<Record<string, string>>;

const cellsOf = async (table: string): Promise<Cells[]> =>
  (await gather(readTable(bytesOf(table, 65_536), GTD))).flatMap((item) =>
    item.type === 'row' ? [item.row.cells] : [],
  );

async function roundTrip(rows: readonly Cells[]) {
  const table = gtdTable(rows);
  const decoded = await gather(GTD.decode(readTable(bytesOf(table, 65_536), GTD), releaseOf(GTD)));
  const { ledger, problems } = ledgerOf(decoded, 'gtd');
  const losses = new LossReport();
  const written = await textOf(writeCsv(GTD_COLUMNS, encodeGtd(assessLedger(ledger).events, losses)));
  return { before: await cellsOf(table), after: await cellsOf(written), problems, losses: losses.losses };
}

const NUMERIC = new Set(GTD_COLUMNS.filter(({ type }) => type === 'number').map(({ name }) => name));

const valueOf = (cells: Cells | undefined, column: string): string | number => {
  const text = cells?.[column] ?? '';
  return NUMERIC.has(column) && text !== '' && text !== '-99' ? Number(text) : text === '-99' ? '' : text;
};

const count = fc.oneof(fc.constantFrom('', '-99'), fc.nat(500).map(String));
const toll = (all: string, part: string) =>
  fc.oneof(
    fc
      .tuple(fc.nat(500), fc.nat(500))
      .map(([a, b]) => ({ [all]: String(Math.max(a, b)), [part]: String(Math.min(a, b)) })),
    fc.integer({ min: 1, max: 500 }).map((a) => ({ [all]: String(a), [part]: '-99' })),
    fc.nat(500).map((b) => ({ [all]: '', [part]: String(b) })),
  );
const flag = fc.constantFrom('0', '1');
const group = (number: '' | '2' | '3', name: string) =>
  fc
    .record({ part: fc.constantFrom('', 'Hill Brigade'), uncertain: flag, claimed: flag })
    .map(({ part, uncertain, claimed }) => ({
      [`gname${number}`]: name,
      [`gsubname${number}`]: part,
      [`guncertain${number === '' ? '1' : number}`]: uncertain,
      [number === '' ? 'claimed' : `claim${number}`]: claimed,
    }));
const place = fc.oneof(
  fc.constantFrom(
    { specificity: '1', city: 'Exampleton', vicinity: '0' },
    { specificity: '1', city: 'Exampleton', vicinity: '1' },
  ),
  fc.constantFrom(
    { specificity: '2', city: 'Exampleton' },
    { specificity: '3', city: '' },
    { specificity: '4', city: '' },
  ),
  fc.constantFrom(
    { specificity: '5', city: '', latitude: '', longitude: '' },
    { specificity: '5', city: 'Exampleton', latitude: '', longitude: '' },
  ),
);
const date = fc.constantFrom<Cells>(
  { iday: '0' },
  { imonth: '0', iday: '0' },
  { iday: '9' },
  { extended: '1', resolution: '2020-11-23' },
);
const row: fc.Arbitrary<Cells> = fc
  .tuple(
    toll('nkill', 'nkillter'),
    toll('nwound', 'nwoundte'),
    fc.record({ nperps: count, nperpcap: count }),
    group('', 'Northern Front'),
    fc.oneof(fc.constant({}), group('2', 'Southern Front')),
    place,
    date,
    fc.constantFrom({}, { multiple: '1', related: '202011210777, 202011210888' }),
  )
  .map((parts) => Object.assign({}, ...parts) as Cells);

describe('a file of the GTD that is read and written again', () => {
  it('has every value of a column that is carried', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
        const numbered = rows.map((cells, index) => ({ ...cells, eventid: `20201121000${index + 1}` }));
        const { before, after } = await roundTrip(numbered);
        expect(after).toHaveLength(before.length);
        before.forEach((was, index) => {
          for (const column of GTD_CARRIED_COLUMNS) {
            expect([column, valueOf(after[index], column)]).toEqual([column, valueOf(was, column)]);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has its weapons, modes of claims and competing claims', async () => {
    const { after } = await roundTrip([
      {
        claimed: '1',
        claimmode: '7',
        gname2: 'Southern Front',
        guncertain2: '0',
        claim2: '1',
        compclaim: '1',
        weaptype2: '5',
        weapsubtype2: '2',
        nkillus: '1',
      },
    ]);
    expect(after[0]).toMatchObject({
      claimmode: '7',
      compclaim: '1',
      weapsubtype1: '29',
      weapsubtype2: '2',
      nkillus: '1',
    });
  });

  it('tells what has no column', async () => {
    const { losses } = await roundTrip([{ doubtterr: '1' }]);
    expect(losses.map(({ kind }) => kind)).toEqual(['claim']);
  });
});

describe('other events', () => {
  const write = async () => {
    const losses = new LossReport();
    const rows = await gather(encodeGtd(assessLedger(everything).events, losses));
    return { rows, losses: losses.losses };
  };

  it('are rows as far as they are attacks, and the rest is told', async () => {
    const { rows, losses } = await write();
    const attacks = everything.events.filter(({ kind, retracted }) => kind === 'attack' && retracted === undefined);
    const others = everything.events.filter(({ kind, retracted }) => kind !== 'attack' && retracted === undefined);
    expect(rows).toHaveLength(attacks.length);
    expect(losses.filter(({ kind }) => kind === 'event').reduce((sum, each) => sum + each.count, 0)).toBe(
      others.length,
    );
    for (const { examples, count: times } of losses) expect(examples.length).toBe(Math.min(times, 5));
  });
});
