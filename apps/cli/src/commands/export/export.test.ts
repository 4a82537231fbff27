import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { curatedLedger } from '@counterclaim/data';
import { type LedgerItem, ledgerItems } from '@counterclaim/domain';
import { CARRIED_COLUMNS, GED_COLUMNS, GTD_CARRIED_COLUMNS } from '@counterclaim/interchange';
import { openStore } from '@counterclaim/store';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { geoJsonProblems } from '../../../../../packages/interchange/test/geojson-problems.ts';
import { gedFile, gedRow, gedRows } from '../../../../../packages/interchange/test/ged-rows.ts';
import { GTD_ROW, gtdTable } from '../../../../../packages/interchange/test/gtd-rows.ts';
import { call } from '../../testing/call.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { importGed } from '../../testing/imported.ts';

type Cells = Record<string, string>;

const tableOf = (text: string, key: string): Map<string, Cells> =>
  new Map(
    parse<Cells>(text, { columns: (names: string[]) => names.map((name) => name.toLowerCase()) }).map((row) => [
      row[key] ?? '',
      row,
    ]),
  );

/** Rows that the dataset could have, of many files in one. */
function madeUpRows() {
  const rows = fc.sample(gedRows, { seed: 4, numRuns: 12 }).flat();
  return [...new Map(rows.map((row) => [row['id'], row])).values()];
}

describe('counterclaim export', () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  beforeEach(() => {
    vi.stubEnv('COUNTERCLAIM_DATA', at('data'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  async function loadCurated(): Promise<void> {
    const store = await openStore({ path: at('data/ledger.sqlite') });
    const ledger = curatedLedger();
    await store.replaceDataset(ledger.dataset, ledger.digest, ledgerItems(ledger));
    await store.close();
  }

  it('gives every row of UCDP GED back as it came in, in the columns that are carried', async () => {
    const rows = madeUpRows();
    await importGed(folder.path, rows);
    const { code, out, err } = await call(
      'export',
      'ucdp-ged',
      '--dataset',
      'ucdp-ged',
      '--to',
      at('ged.csv.gz'),
      '--json',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const told = JSON.parse(out) as { rows: number; losses: { kind: string; count: number }[] };
    const written = gunzipSync(readFileSync(at('ged.csv.gz'))).toString();
    const after = tableOf(written, 'id');
    const before = tableOf(gedFile(rows), 'id');
    // A row in which nobody died has no place in GED.
    expect(told.losses.map(({ kind }) => kind).filter((kind) => kind !== 'event')).toEqual([]);
    expect(told.rows).toBe(after.size);
    expect(after.size + told.losses.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    const numeric = new Set(GED_COLUMNS.flatMap(({ name, type }) => (type === 'number' ? [name] : [])));
    for (const [id, row] of after) {
      for (const column of CARRIED_COLUMNS) {
        const [was, is] = [before.get(id)?.[column]?.trim() ?? '', row[column] ?? ''];
        expect(numeric.has(column) ? Number(is) : is, `${id} ${column}`).toBe(numeric.has(column) ? Number(was) : was);
      }
    }
    writeFileSync(at('again.csv'), written);
    const again = await call(
      'import',
      'ucdp-ged',
      at('again.csv'),
      '--release',
      '23.1',
      '--dataset',
      'again',
      '--report',
      at('report'),
    );
    expect(again.code, again.err).toBe(0);
    await call('export', 'ucdp-ged', '--dataset', 'again', '--to', at('twice.csv'));
    // Events of one day stand in the order of a hash of their ids.
    const sorted = (text: string): string[] => text.split('\r\n').sort();
    expect(sorted(readFileSync(at('twice.csv'), 'utf8'))).toEqual(sorted(written));
  });

  it('gives a row of the GTD back, and of other events what such a table can say', async () => {
    writeFileSync(at('globalterrorismdb_0522dist.csv'), gtdTable([{}]));
    await call('import', 'gtd', at('globalterrorismdb_0522dist.csv'), '--report', at('report'));
    await loadCurated();
    const { code, out, err } = await call('export', 'gtd', '--to', at('gtd.csv'), '--losses', at('losses.jsonl'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const table = tableOf(readFileSync(at('gtd.csv'), 'utf8'), 'eventid');
    expect(out).toBe(`${at('gtd.csv')}: ${table.size} of ${curatedLedger().events.length + 1} events, as gtd\n`);
    const row = table.get(GTD_ROW['eventid'] ?? '');
    for (const column of GTD_CARRIED_COLUMNS) {
      const was = GTD_ROW[column] ?? '';
      if (was !== '' && !was.startsWith('-'))
        expect(Number.isNaN(Number(was)) ? row?.[column] : Number(row?.[column]), column).toBe(
          Number.isNaN(Number(was)) ? was : Number(was),
        );
    }
    const losses = readFileSync(at('losses.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string });
    expect(losses.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['claim', 'denial', 'event']));
    const told = await call('export', 'gtd', '--to', at('gtd.csv'));
    expect(told.err).toMatch(/^lost: [\d,]+ × claim: .+ \(.+\)\n/);
    expect(told.err.trimEnd().split('\n')).toHaveLength(losses.length);
  });

  it('writes what the filters leave, as the API does', async () => {
    await importGed(folder.path, [
      gedRow({ id: 1 }),
      gedRow({ id: 2, date_start: '2019-06-01', date_end: '2019-06-01' }),
    ]);
    const csv = await call('export', 'csv', '--query', 'date=2019-06..&sort=date', '--to', at('events.csv'));
    expect(csv).toEqual({ code: 0, out: `${at('events.csv')}: 1 of 1 events, as csv\n`, err: '' });
    expect([...tableOf(readFileSync(at('events.csv'), 'utf8'), 'id').keys()]).toEqual(['ucdp-ged-2']);
    const none = await call('export', 'geojson', '--query', 'date=2030', '--to', at('events.geojson'));
    expect(none.code).toBe(0);
    expect(geoJsonProblems(readFileSync(at('events.geojson'), 'utf8'))).toEqual([]);
  });

  it('leaves a file as it is where it fails, and nothing beside it', async () => {
    await importGed(folder.path, [gedRow({ id: 1 })]);
    writeFileSync(at('out.csv'), 'mine');
    mkdirSync(at('folder'));
    const before = readdirSync(folder.path);
    const refusals: [string[], RegExp][] = [
      [
        ['csv', '--to', at('folder')],
        /folder cannot be written \(EISDIR\): it is a folder: name a file in it; nothing was written\n$/,
      ],
      [['csv', '--to', at('nowhere/out.csv')], /\(ENOENT\): there is no such folder/],
      [
        ['json-ld', '--to', at('out.csv')],
        /^json-ld is no format that is written: name one of ucdp-ged, gtd, csv, geojson\n$/,
      ],
      [['csv', '--to', at('out.csv'), '--query', 'kind=atack'], /^kind: /],
      [
        ['csv', '--to', at('out.csv'), '--dataset', 'ucdp'],
        /^the ledger holds no dataset ucdp: it holds ucdp-ged; near: ucdp-ged\n$/,
      ],
      [
        ['csv', '--to', at('out.csv'), '--dataset', 'ucdp-ged', '--query', 'dataset=ucdp-ged'],
        /^--dataset and --query both/,
      ],
      [['csv', '--to', at('out.csv'), '--losses', at('losses')], /^csv says what the list of events says/],
      [['gtd', '--to', at('out.csv'), '--query', 'asOf=2020'], /^a table like gtd is of all that is known/],
      [['csv'], /required option/],
    ];
    for (const [words, message] of refusals) {
      const { code, err } = await call('export', ...words);
      expect(code, words.join(' ')).toBe(2);
      expect(err).toMatch(message);
    }
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('mine');
    expect(readdirSync(folder.path)).toEqual(before);
  });

  it('writes nothing when the ledger changes on the way', async () => {
    await importGed(
      folder.path,
      Array.from({ length: 150 }, (_, id) => gedRow({ id: id + 1 })),
    );
    const { eventRows } = await import('./ledger-events.ts');
    const { writeWhole } = await import('./whole-file.ts');
    const { EXPORT_FORMATS } = await import('./formats.ts');
    const store = await openStore({ path: at('data/ledger.sqlite') });
    const item: LedgerItem = {
      type: 'event',
      value: { id: 'own-1' as never, title: 'Own', kind: 'attack', time: '2020', zone: 'Etc/UTC', places: [] },
    };
    async function* interrupted() {
      let count = 0;
      for await (const row of eventRows(store, { filter: {}, sort: 'date' })) {
        if (++count === 50) await store.replaceDataset('own', 'a'.repeat(64), [item]);
        yield row;
      }
    }
    try {
      const csv = EXPORT_FORMATS['csv'];
      if (csv?.needs !== 'rows') throw new Error('csv is written of rows');
      await expect(writeWhole(at('out.csv'), csv.write(interrupted()))).rejects.toThrow('the ledger changed while');
    } finally {
      await store.close();
    }
    expect(readdirSync(folder.path).filter((name) => name.includes('out.csv'))).toEqual([]);
  });
});
