import type { EventAnswer } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { detailOf, dossierOf } from '../event/dossier.fixture.ts';
import { readEvent } from '../event/reading.ts';
import { codingsOf } from './codings.ts';
import { type ComparisonPage, compareCodings, compareEvents } from './page.ts';

const november = dossierOf('kabul-2020-11-21');
const july = dossierOf('kabul-2021-07-20');

const compare = (...details: readonly EventAnswer[]): ComparisonPage =>
  compareEvents(details.map(readEvent), undefined);
const named = ({ differences }: Pick<ComparisonPage, 'differences'>): string[] =>
  differences.map(({ heading, words }) => `${heading}: ${words}`);

test('two events: what differs is named, and nobody did anything but say something', () => {
  const page = compare(detailOf(november), detailOf(july));
  expect(named(page)).toEqual([
    'Accused: A: the Taliban and the United States; B: the Taliban.',
    'Killed: A: 8–10; B: none. No number fits both.',
    'Killed: A: disputed; B: not disputed.',
    'Injured: A: 31–51; B: 0–6 or more. Some number fits both.',
    'Injured, all victims, at the Emergency hospital: A: 28; B: 6. No number fits both.',
    'How many rockets were fired: A: 23–28; B: 3–7. No number fits both.',
    'How many rockets landed: A: 23; B: 7. No number fits both.',
  ]);
  expect(page.alike).toEqual(['How many rockets did not explode']);
  expect(page.columns.map(({ attribution }) => attribution)).toEqual([
    [
      'Claimed by Islamic State',
      'The Ministry of Interior Affairs accused the Taliban, who denied it',
      'The Ministry of Foreign Affairs of Iran accused the United States',
    ],
    [
      'Claimed by Islamic State',
      'The Ministry of Interior Affairs and the Presidency accused the Taliban, who denied it',
    ],
  ]);
});

test('every difference leads to a row, and every row has a cell for each column', () => {
  const page = compare(detailOf(november), detailOf(july), detailOf(dossierOf('kabul-2021-08-29')));
  const rows = [...page.shared, ...page.single];
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const { cells } of rows) expect(cells).toHaveLength(3);
  const shared = new Set(['who', ...page.shared.map(({ id }) => id)]);
  expect(page.differences.filter(({ row }) => !shared.has(row))).toEqual([]);
});

test('an answer stands in its cell with everybody who gives it, and leads to a claim of each', () => {
  const [killed] = compare(detailOf(november), detailOf(july)).shared;
  expect(killed?.cells[0]?.answers).toEqual([
    {
      words: '8',
      owners: [
        { name: 'Kabul Police', href: '/claims/observerbd/80' },
        { name: 'Ministry of Interior Affairs', href: '/claims/explica/125' },
      ],
    },
    { words: 'at least 10', owners: [{ name: 'UNAMA', href: '/claims/unama-annual/154' }] },
    { words: '10', owners: [{ name: 'First Vice President', href: '/claims/ariana-saleh/143' }] },
  ]);
  expect(killed?.cells[1]).toMatchObject({ words: 'none', range: { low: 0, high: 0 } });
});

test('as of a date only what was known by then is compared', () => {
  const asOf = '2020-11-21T06:00:00Z';
  const page = compare(detailOf(november, asOf), detailOf(july, asOf));
  expect(page.columns[1]?.rests).toBe('0 claims in 0 documents, 0 independent origins');
  expect(page.shared).toEqual([]);
});

test('an event told like another differs in nothing', () => {
  const page = compare(detailOf(november), detailOf(november));
  expect(page.differences).toEqual([]);
  expect(page.single).toEqual([]);
  expect(page.alike).toHaveLength(page.shared.length);
});

test('one event is taken apart by who codes it, each by itself', () => {
  const page = compareCodings(codingsOf(detailOf(november)));
  expect(page?.columns.map(({ label }) => label)).toEqual(['other statements', 'UCDP GED']);
  expect(page && named(page)).toEqual([
    'Killed: other statements: 8–10; UCDP GED: between 5 and 10 (best 10). Some number fits both.',
    'Killed: other statements: disputed; UCDP GED: not disputed.',
  ]);
  expect(page?.alike).toEqual(['Killed, civilians']);
});

test('a dataset that names nobody does not say that nobody claims it', () => {
  const page = compareCodings(codingsOf(detailOf(november)));
  expect(page?.columns.map(({ asked }) => asked)).toEqual([true, false]);
});

test('an event of which no dataset speaks has nothing to be taken apart', () => {
  const claims = november.claims.filter(({ claimant }) => claimant !== 'ucdp');
  expect(compareCodings(codingsOf(detailOf({ ...november, claims })))).toBeUndefined();
});

test('numbers that do not count the same persons are not held against each other', () => {
  const withPerpetrators = july.claims.map((claim) =>
    claim.body.kind === 'casualties' && claim.body.scope === undefined
      ? { ...claim, body: { ...claim.body, includesPerpetrators: true as const } }
      : claim,
  );
  const page = compare(detailOf(november), detailOf({ ...july, claims: withPerpetrators }));
  expect(named(page)).toContain(
    'Killed: A: 8–10; B: none killed, perpetrators included. They do not count the same persons.',
  );
});
