import fc from 'fast-check';
import { anyDossier } from '../../../domain/test/arbitrary.ts';
import {
  assess,
  changesOf,
  counts,
  dossierOf,
  indexById,
  indexLedger,
  type Ledger,
  type Place,
} from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { ledger } from '../../test/ledger.ts';
import { recordsOf } from '../../test/parse-csv.ts';
import { tableProblems } from '../../test/table-problems.ts';
import { textOf } from '../../test/text-of.ts';
import { CLAIM_COLUMNS } from '../claim-columns.ts';
import { writeCsv } from '../csv/write.ts';
import { writeCsvw } from '../csvw/metadata.ts';
import { EVENT_COLUMNS } from '../event-columns.ts';
import { assessLedger, eventRowsOf } from './assessed-ledger.ts';
import { TABLES } from './tables.ts';

const assessed = assessLedger(ledger);
const metadata = writeCsvw(TABLES, { title: 'Fixture' });
const files = new Map<string, string>();
for (const { name, columns, rows } of TABLES) files.set(`${name}.csv`, await textOf(writeCsv(columns, rows(assessed))));
const fileOf = (url: string): string => files.get(url) ?? '';
const records = (table: string) => recordsOf(fileOf(`${table}.csv`));

test('a validator of tables finds nothing wrong', async () => {
  for (const { name } of TABLES) expect(records(name).length, name).toBeGreaterThan(0);
  expect(await tableProblems(metadata, fileOf)).toEqual([]);
});

/** Replaces the first cell of a column that is `was` (any, without it). */
function withCell(table: string, column: string, now: string, was?: string): string {
  const [header = '', ...lines] = fileOf(`${table}.csv`).split('\r\n');
  const at = header.split(',').indexOf(column);
  const row = lines.findIndex((line) => !line.includes('"') && (was === undefined || line.split(',')[at] === was));
  if (at < 0 || row < 0) throw new Error(`no ${column} of ${table} is ${was ?? 'plain'}`);
  const cells = (lines[row] ?? '').split(',');
  cells[at] = now;
  lines[row] = cells.join(',');
  return [header, ...lines].join('\r\n');
}

test.each<[string, string, () => string]>([
  [
    'two rows of one key',
    'sources.csv',
    () => `${fileOf('sources.csv')}${fileOf('sources.csv').split('\r\n')[1] ?? ''}\r\n`,
  ],
  ['a document that is not in its table', 'claims.csv', () => withCell('claims', 'source', 'nowhere')],
  ['an event that is not in its table', 'positions.csv', () => withCell('positions', 'event', '2020-nothing')],
  [
    'a position on a question that is not in its table',
    'positions.csv',
    () => withCell('positions', 'question', 'weather', 'weapon'),
  ],
  ['a body above that is no actor', 'actors.csv', () => withCell('actors', 'part_of', 'nobody-at-all', 'ministry')],
  ['a number in words', 'claims.csv', () => withCell('claims', 'value', 'eight', '8')],
  ['a fraction where a whole number belongs', 'claims.csv', () => withCell('claims', 'value', '8.5', '8')],
  ['a truth in other words', 'positions.csv', () => withCell('positions', 'current', 'yes')],
  ['an id with capitals', 'places.csv', () => withCell('places', 'id', 'Town', 'town')],
  ['a day that is none', 'changes.csv', () => withCell('changes', 'date', '2026-13-01')],
  ['a key without a value', 'positions.csv', () => withCell('positions', 'number', '')],
  [
    'an address that is none',
    'sources.csv',
    () => withCell('sources', 'url', 'somewhere in Town', 'https://wire.example/rockets'),
  ],
  ['a column under another name', 'events.csv', () => fileOf('events.csv').replace('killed_low', 'dead_low')],
  [
    'columns in another order',
    'events.csv',
    () => fileOf('events.csv').replace('killed_low,killed_high', 'killed_high,killed_low'),
  ],
])('a validator of tables finds %s', async (_what, url, broken) => {
  const text = broken();
  expect(text).not.toBe(fileOf(url));
  expect((await tableProblems(metadata, (asked) => (asked === url ? text : fileOf(asked)))).join('\n')).toContain(url);
});

test('tables begin with the columns of the downloads of the same name', async () => {
  const events = await textOf(writeCsv(EVENT_COLUMNS, eventRowsOf(assessed)));
  expect(records('events').filter(({ retracted }) => retracted === '')).toMatchObject(recordsOf(events));
  const claims = await textOf(writeCsv(CLAIM_COLUMNS, ledger.claims));
  expect(records('claims')).toMatchObject(recordsOf(claims));
  expect(fileOf('events.csv').startsWith(events.slice(0, events.indexOf('\r\n')))).toBe(true);
  expect(fileOf('claims.csv').startsWith(claims.slice(0, claims.indexOf('\r\n')))).toBe(true);
});

test('a retracted event stays in its table, with nothing derived of it', () => {
  const {
    id,
    title,
    retracted,
    retraction_reason: reason,
    ...others
  } = records('events').find((row) => row['id'] === '2020-never') ?? {};
  expect([id, title, retracted, reason]).toEqual([
    '2020-never',
    'An event that never was',
    '2026-02-03',
    'Two reports were taken for one event.',
  ]);
  const derived = ['status', 'accused', 'killed_low', 'killed_open', 'agreements', 'claims', 'origins', 'first_known'];
  expect(derived.map((name) => others[name])).toEqual(derived.map(() => ''));
  expect([...eventRowsOf(assessed)].map((row) => row.id)).not.toContain('2020-never');
});

test('a claim counts unless it or its document was retracted', () => {
  const sources = indexById(ledger.sources);
  for (const row of records('claims')) {
    const claim = ledger.claims.find(({ id }) => id === row['id']);
    if (claim === undefined) throw new Error('no claim');
    expect(row['counts']).toBe(String(counts(claim, sources.get(claim.source))));
  }
  const excluded = records('claims').filter((row) => row['counts'] === 'false');
  expect(excluded.map(({ id, retracted }) => [id, retracted])).toEqual([
    ['dataset-2021/miscoded', '2026-02-02'],
    ['fake-2020-11-23/killed', ''],
  ]);
});

test('positions are those of the assessments, without what was retracted', () => {
  const index = indexLedger(ledger);
  const expected = ledger.events
    .filter(({ retracted }) => retracted === undefined)
    .flatMap(({ id }) => {
      const dossier = dossierOf(index, id);
      if (dossier === undefined) throw new Error('no dossier');
      return assess(dossier).questions.flatMap(({ key, positions }) =>
        positions.flatMap(({ owner, held, past }) =>
          [...held, ...past].map(({ claims }, at) => [
            id,
            key,
            owner,
            String(at + 1),
            String(at < held.length),
            claims.join('; '),
          ]),
        ),
      );
    });
  const found = records('positions').map((row) =>
    ['event', 'question', 'owner', 'number', 'current', 'claims'].map((name) => row[name]),
  );
  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(20);
});

const position = (question: string, owner: string) =>
  records('positions').filter((row) => row['question'] === question && row['owner'] === owner);

test('an answer is in columns: what was spoken, and what the words allow', () => {
  expect(position('casualties:killed:all', 'ministry')).toMatchObject([
    {
      current: 'true',
      past_reason: '',
      answer: 'exact 8',
      bound: 'exact',
      value: '8',
      allowed_min: '8',
      allowed_max: '8',
      course: 'revised',
    },
    {
      current: 'false',
      past_reason: 'superseded',
      answer: 'at-least 3',
      bound: 'at-least',
      value: '3',
      allowed_min: '3',
      allowed_max: '',
      origins: '1',
    },
  ]);
  expect(position('munitions:projectile:fired', 'group').map((row) => [row['value'], row['past_reason']])).toEqual([
    ['24', ''],
    ['23', 'retracted'],
  ]);
  expect(position('time:start', 'ministry')).toMatchObject([
    { answer: '2020-11-21T08:40+04:30 ±10 min', time: '2020-11-21T08:40+04:30', within: '10' },
  ]);
  expect(position('occurrence:eid-ceasefire', 'ministry')).toMatchObject([{ answer: 'false', happened: 'false' }]);
  expect(position('responsibility:group', 'group')).toMatchObject([{ answer: 'claims', root: 'group', bound: '' }]);
});

test('a question has its agreement and its range', () => {
  const question = (key: string) => records('questions').find((row) => row['question'] === key);
  expect(question('casualties:killed:all')).toMatchObject({ agreement: 'disputed', low: '8', high: '9', open: 'true' });
  expect(question('casualties:killed:all')?.['disputed']).toContain('ministry against unnamed of hospital-trust');
  expect(question('munitions:projectile:fired')).toMatchObject({
    agreement: 'single',
    low: '24',
    high: '24',
    open: 'false',
    disputed: '',
    owners: '1',
  });
  expect(question('responsibility:group')).toMatchObject({ agreement: 'listed', low: '', high: '', open: '' });
});

test('a floor names the part on which it rests', () => {
  expect(position('casualties:killed:all', 'unnamed of hospital-trust')).toMatchObject([
    { answer: 'at-least 9', floor: 'casualties:killed:all@hospitals', claims: 'wire-2020-11-21/hospital-killed' },
  ]);
});

test('changes are told once each, numbered within their record from the oldest', () => {
  const rows = records('changes');
  expect(rows).toHaveLength(changesOf(ledger).length);
  expect(rows.filter(({ record }) => record === 'group')).toMatchObject([
    { number: '1', kind: 'correction', field: 'aliases.2', was: 'null', now: '{"name":"-the group"}' },
    { number: '2', kind: 'correction', field: 'name', was: '"=Grp"', now: '"Group"' },
  ]);
  expect(rows.find(({ kind }) => kind === 'redirect')).toMatchObject({
    record_type: 'event',
    record: '2020-11-21-town-rockets',
    from: '2020-11-21-rockets',
    was: '',
  });
});

test('a semicolon within a value of a list does not end it', () => {
  const row = records('actors').find(({ id }) => id === 'group');
  expect(row).toMatchObject({ aliases: 'گروه; Grp, the; -the group', alias_languages: 'fa; und; und' });
});

test('the order of the rows depends on nothing but the records', async () => {
  for (const { name, columns, rows } of TABLES) {
    expect(await textOf(writeCsv(columns, rows(assessLedger(structuredClone(ledger)))))).toBe(fileOf(`${name}.csv`));
  }
});

const anyPlaces = ['district-1', 'hospital'].map(
  (id) => ({ id, name: id, kind: 'site', geometry: { type: 'none' }, precision: 'unknown' }) as unknown as Place,
);

test('whatever claims a ledger holds, in whatever chains, its tables hold together', async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async ({ event, claims, sources, actors }) => {
      const { dataset, digest } = ledger;
      const any: Ledger = {
        dataset,
        digest,
        events: [event],
        claims,
        sources,
        actors,
        places: anyPlaces,
        redirects: [],
      };
      const texts = new Map<string, string>();
      const all = assessLedger(any);
      for (const { name, columns, rows } of TABLES)
        texts.set(`${name}.csv`, await textOf(writeCsv(columns, rows(all))));
      expect(await tableProblems(metadata, (url) => texts.get(url) ?? '')).toEqual([]);
      expect(recordsOf(texts.get('claims.csv') ?? '').map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    }),
    { numRuns: 30 },
  );
});
