import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openStore } from '@counterclaim/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acledTable } from '../../../../../packages/interchange/test/acled-rows.ts';
import { type GedCells, gedFile, gedRow } from '../../../../../packages/interchange/test/ged-rows.ts';
import { gtdTable } from '../../../../../packages/interchange/test/gtd-rows.ts';
import { call } from '../../testing/call.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { zipOf } from '../../testing/zip.ts';

const rows = (...ids: number[]): GedCells[] => ids.map((id) => gedRow({ id }));

describe('counterclaim import', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    vi.stubEnv('COUNTERCLAIM_DATA', join(folder.path, 'data'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  const at = (name: string): string => join(folder.path, name);
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(at(name), content);
    return at(name);
  };
  const report = () =>
    readFileSync(at('report.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const run = (...words: string[]) => call('import', ...words, '--report', at('report.jsonl'));
  async function held() {
    const store = await openStore({ path: at('data/ledger.sqlite') });
    try {
      const { items } = await store.events({}, 'date', { limit: 100 });
      return { datasets: (await store.state()).datasets, ids: items.map(({ id }) => id as string).sort() };
    } finally {
      await store.close();
    }
  }

  it('brings a release beside what is there, and says so', async () => {
    const file = write('GEDEvent_v23_1.csv', gedFile(rows(1, 2)));
    const { code, out, err } = await run('ucdp-ged', file);
    // On a machine that is busy it may tell how far it is.
    expect({ code, problems: err.includes(file) }).toEqual({ code: 0, problems: false });
    expect(out).toMatch(
      /^UCDP Georeferenced Event Dataset 23\.1 as ucdp-ged\n {2}rows read {2}2\n {2}events {5}2\n {2}claims {5}\d+\n {2}rejected {3}0\n {2}noted {6}0\n {2}digest \w{64}\n$/,
    );
    expect(existsSync(at('report.jsonl'))).toBe(false);
    expect(await held()).toMatchObject({
      datasets: [{ id: 'ucdp-ged', events: 2 }],
      ids: ['ucdp-ged-1', 'ucdp-ged-2'],
    });
  });

  it('changes nothing when the same is given again, whatever the file is called', async () => {
    const first = await run('ucdp-ged', write('GEDEvent_v23_1.csv', gedFile(rows(1, 2))));
    const before = await held();
    const again = await run('ucdp-ged', write('copy.csv', gedFile(rows(1, 2))), '--release', '23.1');
    expect(first.code).toBe(0);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(
      /^UCDP Georeferenced Event Dataset 23\.1 is in the ledger as ucdp-ged already, from the same files: nothing to do \(digest \w{64}\)\n$/,
    );
    expect(await held()).toEqual(before);
    const { out } = await run('ucdp-ged', at('copy.csv'), '--release', '23.1', '--json');
    expect(JSON.parse(out)).toMatchObject({ present: true, dataset: before.datasets[0], rows: 0 });
  });

  it('takes several files for one release, packed or not, and names the file of a problem', async () => {
    const one = write('one.csv', gedFile(rows(1, 2)));
    const two = write('two.csv.gz', gzipSync(gedFile([...rows(3), gedRow({ id: 4, best: '-99' })])));
    const three = write('three.zip', zipOf([{ name: 'three.csv', content: gedFile(rows(5, 1), 42) }]));
    const { code, out, err } = await run('ucdp-ged', one, two, three, '--release', '23.1', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      dataset: { id: 'ucdp-ged', events: 4 },
      release: { dataset: 'ucdp-ged', version: '23.1', published: '2023-06' },
      present: false,
      kept: true,
      rows: 6,
      rejected: 2,
      noted: 0,
      report: at('report.jsonl'),
    });
    expect(err).toBe(
      `${two}:3 best: best is -99, which stands for “not known”; give a number, or leave the row out\n` +
        `${three}:3 id: id 1 is that of line 2 of ${one} too; keep one of the two rows\n`,
    );
    expect(report()).toMatchObject([
      { file: two, line: 3, column: 'best', weight: 'rejected' },
      { file: three, line: 3, column: 'id', weight: 'rejected' },
    ]);
    expect((await held()).ids).toEqual(['ucdp-ged-1', 'ucdp-ged-2', 'ucdp-ged-3', 'ucdp-ged-5']);
  });

  it('keeps nothing of a release with a rejected row where --strict is asked for', async () => {
    const good = write('good.csv', gedFile(rows(1, 2)));
    await run('ucdp-ged', good, '--release', '22.1');
    const before = await held();
    const file = write('bad.csv', gedFile([...rows(3), gedRow({ id: 4, date_end: '2020-02-30' })]));
    const { code, out, err } = await run('ucdp-ged', file, '--release', '23.1', '--strict');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `what was found until then: ${at('report.jsonl')}\n` +
        `${file}:3 date_end: date_end is 2020-02-30, a day that no calendar has; write the day as YYYY-MM-DD\nnothing was kept\n`,
    );
    expect(await held()).toEqual(before);
  });

  it('keeps nothing where every row is rejected', async () => {
    const file = write('bad.csv', gedFile([gedRow({ best: '-99' })]));
    const { code, err } = await run('ucdp-ged', file, '--release', '23.1');
    expect(code).toBe(2);
    expect(err).toContain('every row was rejected: nothing is left to keep\nnothing was kept\n');
    expect(await held()).toEqual({ datasets: [], ids: [] });
  });

  it('keeps nothing of a dry run', async () => {
    const file = write('GEDEvent_v23_1.csv', gedFile([...rows(1), gedRow({ id: 2, best: 'x' })]));
    const { code, out } = await run('ucdp-ged', file, '--dry-run');
    expect(code).toBe(1);
    expect(out).toContain('  events     1\n');
    expect(out).toContain('  a dry run: nothing was kept\n');
    expect(report()).toHaveLength(1);
    expect(existsSync(at('data'))).toBe(false);
  });

  it('replaces the release before, and lists what differs', async () => {
    await run(
      'ucdp-ged',
      write('GEDEvent_v22_1.csv', gedFile([...rows(1, 2, 3), gedRow({ id: 4, deaths_b: 1, best: 6 })])),
    );
    await run('ucdp-ged', at('GEDEvent_v22_1.csv'), '--dataset', 'other');
    // The first is the same in both, but for the release in its document's title.
    const newer = write(
      'GEDEvent_v23_1.csv',
      gedFile([...rows(1), gedRow({ id: 3, where_coordinates: 'Lower village' }), gedRow({ id: 4 }), ...rows(5)]),
    );
    const before = await held();
    const dry = await run('ucdp-ged', newer, '--dry-run', '--json');
    const changes = { added: 1, changed: 2, removed: 1 };
    expect(JSON.parse(dry.out)).toMatchObject({ kept: false, changes, dataset: { events: 4 } });
    const told = [
      { event: 'ucdp-ged-2', change: 'removed' },
      { event: 'ucdp-ged-3', change: 'changed' },
      { event: 'ucdp-ged-4', change: 'changed' },
      { event: 'ucdp-ged-5', change: 'added' },
    ];
    expect(report()).toEqual(told);
    expect(await held()).toEqual(before);
    rmSync(at('report.jsonl'));
    const { code, out } = await run('ucdp-ged', newer);
    expect(code).toBe(0);
    expect(out).toMatch(/\n {2}added +1 {2}.+\n {2}changed +2 {2}.+\n {2}removed +1 {2}.+\n/);
    expect(report()).toEqual(told);
    const after = await held();
    expect(after.ids.filter((id) => id.startsWith('ucdp'))).toEqual([1, 3, 4, 5].map((id) => `ucdp-ged-${id}`));
    expect(after.datasets[0]).toEqual(before.datasets[0]);
    rmSync(at('report.jsonl'));
    const same = await run('ucdp-ged', newer, '--release', '24.1', '--json');
    expect(JSON.parse(same.out)).toMatchObject({ changes: { added: 0, changed: 0, removed: 0 }, report: null });
  });

  it('writes its report over no file', async () => {
    const file = write('GEDEvent_v23_1.csv', gedFile(rows(1)));
    write('report.jsonl', 'mine');
    const { code, err } = await run('ucdp-ged', file);
    expect(code).toBe(2);
    expect(err).toBe(
      `the report ${at('report.jsonl')} is there already, and is not written over: move it away, or name another file with --report\n`,
    );
    expect(readFileSync(at('report.jsonl'), 'utf8')).toBe('mine');
    expect(existsSync(at('data'))).toBe(false);
    const elsewhere = await call('import', 'ucdp-ged', file, '--report', at('nowhere/report.jsonl'));
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.err).toMatch(/^the report .+ \(ENOENT\): there is no such/);
    expect(readdirSync(folder.path).sort()).toEqual(['GEDEvent_v23_1.csv', 'report.jsonl']);
  });

  it('reads ACLED and the GTD', async () => {
    const acled = await run('acled', write('ACLED Data_2025-03-07.csv', acledTable([{}])));
    const gtd = await run('gtd', write('globalterrorismdb_0522dist.csv', gtdTable([{}])));
    expect([acled.code, gtd.code], acled.err + gtd.err).toEqual([0, 0]);
    expect((await held()).datasets.map(({ id, events }) => [id, events])).toEqual([
      ['acled', 1],
      ['gtd', 1],
    ]);
  });

  it('takes another id, title and address for the dataset', async () => {
    const file = write('own.csv', gedFile(rows(1)));
    const { code, out } = await run(
      ...['ucdp-ged', file, '--dataset', 'own', '--release', 'draft-2', '--published', '2024-02'],
      ...['--title', 'Own rows', '--url', 'https://example.org/'],
    );
    expect(code).toBe(0);
    expect(out).toContain('Own rows draft-2 as own\n');
    expect(await held()).toMatchObject({ datasets: [{ id: 'own' }], ids: ['own-1'] });
  });

  it('refuses ids that another dataset holds, and says how to have others', async () => {
    await run('ucdp-ged', write('a.csv', gedFile(rows(1))), '--release', '23.1', '--dataset', 'x');
    const before = await held();
    // Its maker would be the actor 901 of the other one.
    const file = write('b.csv', acledTable([{}]));
    const { code, err } = await run('acled', file, '--release', '2025-03-07', '--dataset', 'x-actor-901');
    expect(code).toBe(2);
    expect(err).toMatch(
      /^actor x-actor-901 belongs to the dataset x already: .+ With --dataset the ids of these records begin otherwise\.\nnothing was kept\n$/,
    );
    expect(await held()).toEqual(before);
  });

  describe('refuses', () => {
    const good = gedFile(rows(1, 2));
    const [header = ''] = good.split('\n');
    it.each<[string, string | Uint8Array, string]>([
      ['a table of the GTD', gtdTable([{}]), ':1: the header is that of gtd; give the file as gtd'],
      [
        'a zip file that was cut off',
        zipOf([{ name: 'a.csv', content: good }]).subarray(0, 200),
        ' is cut off or damaged (End of',
      ],
      [
        'a quote that never closes',
        `${good}"3,`,
        ':4 id: a quotation mark opens within this record, and none closes it',
      ],
      [
        'two columns of one name',
        good.replace('relid', 'year'),
        ':1 year: columns 2 and 3 are both called "year"; take one away',
      ],
      ['an empty file', '', ': the file is empty; give a file with a header and rows'],
      ['a header alone', `${header}\n`, ': the file has a header and no row; give the file with its rows'],
      ['an archive in an archive', zipOf([{ name: 'a.zip', content: zipOf([]) }]), ': the file is no text, and no CSV'],
      [
        'an archive in a packed file',
        gzipSync(gzipSync(good)),
        ': the file is a gzip file, and no CSV; unpack it first',
      ],
      ['another header', 'a,b,c\n1,2,3\n', ':1: the header has 0 of the format’s 49 columns, and lacks "id"'],
    ])('%s, and keeps nothing', async (_what, content, message) => {
      await run('ucdp-ged', write('before.csv', gedFile(rows(9))), '--release', '22.1');
      const before = await held();
      const file = write('bad.csv', content);
      const { code, out, err } = await run('ucdp-ged', file, '--release', '23.1');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${file}${message}`);
      expect(err.endsWith('\nnothing was kept\n')).toBe(true);
      expect(await held()).toEqual(before);
    });

    it.each<[string, Record<string, string | number>, string]>([
      ['a day that is none', { date_start: '2020-02-30' }, ' date_start: date_start is 2020-02-30, a day'],
      ['−99 for a number', { deaths_a: '-99' }, ' deaths_a: deaths_a is -99, which stands for “not known”'],
      ['swapped coordinates', { latitude: 100, longitude: 34 }, ' latitude: latitude is 100, beyond the poles; swap'],
      ['coordinates 0, 0', { latitude: 0, longitude: 0 }, ' latitude: the coordinates are 0, 0, which'],
    ])('%s in a row, which is left out', async (_what, cells, message) => {
      const file = write('bad.csv', gedFile([...rows(1), gedRow({ id: 2, ...cells })]));
      const { code, err } = await run('ucdp-ged', file, '--release', '23.1');
      expect(code).toBe(1);
      expect(err).toContain(`${file}:3${message}`);
      expect((await held()).ids).toEqual(['ucdp-ged-1']);
    });

    it('a row in another encoding than the file, which is left out', async () => {
      const named = (id: number, name: string) => gedRow({ id, where_coordinates: name });
      const utf8 = gedFile([named(1, 'é'), named(2, 'ü'), named(3, 'é')]);
      const latin1 = gedFile([named(4, 'Größe')], 49, false);
      const file = write('mixed.csv', Buffer.concat([Buffer.from(utf8), Buffer.from(latin1, 'latin1')]));
      const { code, err } = await run('ucdp-ged', file, '--release', '23.1');
      expect(code).toBe(1);
      expect(err).toContain(`${file}:5 where_coordinates: the file mixes encodings: it is UTF-8, and this cell is not`);
      expect((await held()).ids).toEqual(['ucdp-ged-1', 'ucdp-ged-2', 'ucdp-ged-3']);
    });

    it('nothing of figures that contradict each other, which are kept and told', async () => {
      const file = write('odd.csv', gedFile([gedRow({ id: 1, low: 9, best: 5, high: 8 })]));
      const { code, out } = await run('ucdp-ged', file, '--release', '23.1');
      expect(code).toBe(0);
      expect(out).toContain('  noted      1  things worth knowing, in rows that are kept\n');
      const [told] = report();
      expect(told).toMatchObject({ line: 2, weight: 'noted' });
      expect(told?.['reason']).toContain('low 9, best 5');
    });

    it.each([
      [['ucdp', 'FILE'], /^ucdp is no format that is read: name one of ucdp-ged, acled, gtd; near: ucdp-ged\n$/],
      [['ucdp-ged', 'FILE'], /^no file’s name says which release it is: say so with --release/],
      [
        ['ucdp-ged', 'FILE', '--release', '24.0.3'],
        /^when release 24\.0\.3 was published is not known: say so with --published/,
      ],
      [['ucdp-ged', 'FILE', '--release', '23.1', '--published', '2023-02-30'], /^--published 2023-02-30 is no date/],
      [['ucdp-ged', 'FILE', '--release', '../x'], /^--release \.\.\/x is no version/],
      [
        ['ucdp-ged', 'FILE', '--release', '23.1', '--dataset', 'curated'],
        /^--dataset curated is the dataset of the curated records/,
      ],
      [['ucdp-ged', 'FILE', '--release', '23.1', '--dataset', 'A B'], /^--dataset A B is no id/],
      [['ucdp-ged', 'FILE', '--release', '23.1', '--url', 'x'], /^--url x is no address/],
      [['ucdp-ged', 'FILE', '--release', '23.1', '--title', ' '], /^--title is no title/],
      [['ucdp-ged', 'FILE', '--release', '23.1', '--wait', 'long'], /^--wait long is no number of seconds/],
      [['ucdp-ged', 'FILE', 'FILE', '--release', '23.1'], /is given twice: name it once\n$/],
      [['ucdp-ged'], /missing required argument/],
    ])('%j', async (words, message) => {
      const file = write('table.csv', good);
      const { code, err } = await run(...words.map((word) => (word === 'FILE' ? file : word)));
      expect(code).toBe(2);
      expect(err).toMatch(message);
      expect(existsSync(at('data'))).toBe(false);
    });

    it('files of two releases, and two files of the same bytes', async () => {
      const [one, two] = [write('GEDEvent_v23_1.csv', good), write('GEDEvent_v22_1.csv', good)];
      expect((await run('ucdp-ged', one, two)).err).toBe(
        `${one} is of release 23.1, and ${two} of 22.1: import one release at a time, or say with --release what they are together\n`,
      );
      expect((await run('ucdp-ged', one, two, '--release', '23.1')).err).toBe(
        `${one} and ${two} hold the same bytes: name one of them\n`,
      );
    });

    it('a ledger that would be gone at once', async () => {
      vi.stubEnv('COUNTERCLAIM_DATA', ':memory:');
      const { code, err } = await run('ucdp-ged', write('GEDEvent_v23_1.csv', good));
      expect(code).toBe(2);
      expect(err).toMatch(/^COUNTERCLAIM_DATA=:memory: keeps nothing once this command ends: name a folder/);
    });
  });
});
