import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, gather } from '../../test/bytes.ts';
import { gedFile, gedRows } from '../../test/ged-rows.ts';
import { dangling, ledgerOf } from '../../test/ledger-of.ts';
import { textOf } from '../../test/text-of.ts';
import type { SourceRow } from '../codec.ts';
import { writeCsv } from '../csv/write.ts';
import { LossReport } from '../loss.ts';
import { readTable } from '../reading/read-table.ts';
import { assessLedger } from '../table/assessed-ledger.ts';
import { UCDP_GED } from './codec.ts';
import { CARRIED_COLUMNS, encodeUcdpGed, GED_COLUMNS } from './encode.ts';

const release = { dataset: 'ucdp-ged', title: 'GED', version: '1', published: '2023', url: 'https://example.org/' };

const NUMERIC = GED_COLUMNS.filter(({ type }) => type === 'number').map(({ name }) => name);

/** What a column that is carried says: a number as a number, a text without spaces around it. */
function valueOf(row: SourceRow, column: string): string | number {
  const text = (row.cells[column] ?? '').trim();
  if (NUMERIC.includes(column)) return Number(text);
  return column.startsWith('gwno') ? text.replace(/\.0$/, '') : text;
}

const tableOf = async (chunks: () => AsyncIterable<Uint8Array>): Promise<Map<string, SourceRow>> =>
  new Map(
    (await gather(readTable(chunks(), UCDP_GED))).flatMap((item) =>
      item.type === 'row' ? [[item.row.cells['id'] ?? '', item.row] as const] : [],
    ),
  );

/** Reads a file, writes what the ledger made of it, and compares: the values that differ, by row and column. */
async function roundTrip(chunks: () => AsyncIterable<Uint8Array>) {
  const before = await tableOf(chunks);
  const decoded = await gather(UCDP_GED.decode(readTable(chunks(), UCDP_GED), release));
  const { ledger, problems } = ledgerOf(decoded, 'ucdp-ged');
  const losses = new LossReport();
  const written = await textOf(writeCsv(GED_COLUMNS, encodeUcdpGed(assessLedger(ledger).events, losses)));
  const after = await tableOf(() => bytesOf(written, 65_536));
  const differences: string[] = [];
  for (const [id, row] of before) {
    const other = after.get(id);
    if (other === undefined) continue;
    for (const column of CARRIED_COLUMNS) {
      const [was, is] = [valueOf(row, column), valueOf(other, column)];
      if (was !== is) differences.push(`${id} ${column}: ${was} became ${is}`);
    }
  }
  return { before, after, ledger, problems, losses: losses.losses, differences };
}

test('every value of a column that is carried comes back', async () => {
  await fc.assert(
    fc.asyncProperty(gedRows, async (rows) => {
      const { before, after, losses, differences } = await roundTrip(() => bytesOf(gedFile(rows), 65_536));
      expect(differences).toEqual([]);
      const lost = losses.filter(({ kind }) => kind === 'event').reduce((sum, { count }) => sum + count, 0);
      expect(after.size + lost).toBe(before.size);
      // An event that has no row, because nobody died, leaves out its claims with it.
      const left = new Set(losses.flatMap(({ kind, examples }) => (kind === 'event' ? examples : [])));
      const isOfOne = (example: string): boolean => left.has(example.replace(/\/.*$/, ''));
      expect(losses.filter(({ kind, examples }) => kind !== 'event' && !examples.every(isOfOne))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const folder = process.env['COUNTERCLAIM_UCDP'] ?? join(import.meta.dirname, '../../../../../shared/data/ucdp');

test.skipIf(!existsSync(folder)).each([
  ['ged191-myanmar-bangladesh.csv', 3_194],
  ['ged231-full49-2018-2022-partial.csv', 14_518],
])('every row of %s comes back, from the folder COUNTERCLAIM_UCDP', async (file, rows) => {
  const { before, after, ledger, problems, losses, differences } = await roundTrip(() =>
    createReadStream(join(folder, file)),
  );
  expect(before.size).toBe(rows);
  expect(ledger.events).toHaveLength(rows);
  expect(problems.filter(({ weight }) => weight !== 'noted')).toEqual([]);
  expect(dangling(ledger)).toEqual([]);
  expect(differences).toEqual([]);
  expect(losses.filter(({ kind }) => kind !== 'event')).toEqual([]);
  expect(after.size + losses.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
});
