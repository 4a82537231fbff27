import { describe, expect, test } from 'vitest';
import { coverage, nothing } from './coverage.fixture.ts';
import { coveragePage } from './page.ts';

const page = coveragePage(coverage);
const charts = [...page.events, page.evidence, ...page.claims, ...page.documents];
const chart = (id: string) => charts.find((each) => each.id === id);

test('each chart says in a sentence what comes of it', () => {
  expect(Object.fromEntries(charts.map(({ id, sentence }) => [id, sentence]))).toEqual({
    contested: '2 of 3 events (67 %) are contested: 1 in who did it, 2 in a number or a fact, 1 in both.',
    kinds: '2 of 3 events are of the kind “attack”; the others are of 1 other kind.',
    tolls:
      'Somebody states a number of killed for 2 of 3 events, and a number of injured for 1; for 1 nobody states either.',
    evidence:
      '4 of 12 claims (33 %) have the position and the digest of their passage; the others were read in an excerpt, and nobody has checked them against the whole document.',
    'claim-kinds': '8 of 12 claims (67 %) are of the kind “casualties”.',
    'claims-per-event': 'An event has from 1 to 9 claims; half of them have 2 or fewer.',
    publishers: '5 documents by 130 publishers; none has more than 2.',
    wires: 'At least 3 of 5 documents (60 %) carry the text of somebody else: of 1 agency or paper.',
    languages: '4 of 5 documents (80 %) are in English; the others in 1 further language.',
    'document-kinds': '80 % of the documents are of the kind “article”.',
  });
  expect(page.when.sentence).toBe(
    '3 events begin in 2 of the 9 months from November 2020 to July 2021; the longest stretch without one is 7 months, December 2020 to June 2021.',
  );
  expect(page.filled.sentence).toBe(
    '42 % of the claims tell when they were made, 80 % of the documents when they were published; 1 claim has no date at all and counts only where no as-of date is asked for.',
  );
});

test('numbers lead to what they count, where a filter finds it', () => {
  const links = charts.flatMap(({ table }) =>
    table.rows.flatMap(({ name, href, cells }) =>
      [href, ...cells.map((cell) => cell.href)].flatMap((to) => (to === undefined ? [] : [`${name}: ${to}`])),
    ),
  );
  expect(links).toEqual(
    expect.arrayContaining([
      'One party claims it, another is accused: /events?status=contested',
      'Who did it: any of these: /events?status=accused-and-denied~contested~multiple-claims',
      'Answers exclude each other: /events?agreement=disputed',
      'Attack: /events?kind=attack',
      'A number of killed: /events?killed=0..',
      'Rockets: /events/rockets',
      'Rockets: /api/v1/claims.csv?event=rockets',
      'Casualties: /api/v1/claims.csv?kind=casualties',
      'Dawn: /actors/dawn',
      'Dawn: /sources?publisher=dawn',
      'Agence France-Presse: /sources?wire=afp',
      'Persian: /sources?language=fa',
      'Wire report: /sources?kind=wire-report',
    ]),
  );
});

describe('bars', () => {
  test('stand for what the table has, the first of them', () => {
    for (const { bars, table } of charts) {
      expect(bars.map(({ name }) => name.replace(/ claims?$/, ''))).toEqual(
        table.rows.slice(0, bars.length).map(({ name }) => name),
      );
      for (const { value, part = 0 } of bars) expect(part).toBeLessThanOrEqual(value);
    }
  });

  test('are few; the note says how many there are', () => {
    expect(chart('publishers')?.bars.length).toBe(12);
    expect(chart('publishers')?.table.rows.length).toBe(16);
    expect(chart('publishers')?.note).toBe('The table has 16 publishers. 114 more are not listed.');
    expect(chart('wires')?.note).toBeUndefined();
  });

  test('of claims per event leave out stretches that nothing reaches', () => {
    expect(chart('claims-per-event')?.bars.map(({ name }) => name)).toEqual(['1 claim', '2–5 claims', '6–10 claims']);
  });
});

test('months without an event are listed, the longest stretch first', () => {
  const gaps = [
    { from: '2019-02', to: '2019-02', months: 1 },
    { from: '2020-12', to: '2021-06', months: 7 },
  ];
  const { rows } = coveragePage({ ...coverage, events: { ...coverage.events, gaps } }).when.gaps;
  expect(rows.map(({ name, cells }) => [name, cells[0]?.text])).toEqual([
    ['December 2020 to June 2021', '7'],
    ['February 2019', '1'],
  ]);
});

test('a ledger of one kind, one language and one publisher speaks of no others', () => {
  const { events, sources } = coverage;
  const [kind] = events.byKind;
  const [language] = sources.languages.items;
  const [publisher] = sources.publishers.items;
  if (kind === undefined || language === undefined || publisher === undefined)
    throw new TypeError('nothing is counted');
  const of = coveragePage({
    ...coverage,
    events: { ...events, total: 2, attributionContested: 0, disputed: 2, contested: 2, byKind: [kind] },
    sources: {
      ...sources,
      total: 4,
      languages: { values: 1, items: [language] },
      publishers: { values: 1, items: [{ ...publisher, count: 4 }] },
    },
  });
  const sentences = [...of.events, ...of.documents].map(({ id, sentence }) => [id, sentence]);
  expect(Object.fromEntries(sentences)).toMatchObject({
    contested: '2 of 2 events (100 %) are contested: 0 in who did it, 2 in a number or a fact.',
    kinds: '2 of 2 events are of the kind “attack”.',
    publishers: '4 documents by 1 publisher.',
    languages: '4 of 4 documents (100 %) are in English.',
  });
});

test('events that add up a period are told apart from the months', () => {
  const { events } = coverage;
  const byKind = [...events.byKind, { value: 'period' as const, count: 2, contested: 0, withoutToll: 2 }];
  const { when } = coveragePage({ ...coverage, events: { ...events, total: 5, byKind } });
  expect(when.periods).toBe(2);
  expect(when.sentence).toMatch(/^3 events begin in 2 of the 9 months/);
});

test('a ledger that holds nothing says so, without a number that is none', () => {
  const empty = coveragePage(nothing);
  const sentences = [...empty.events, empty.evidence, ...empty.claims, ...empty.documents].map(
    ({ sentence }) => sentence,
  );
  for (const sentence of [...sentences, empty.when.sentence, empty.filled.sentence]) {
    expect(sentence).toMatch(/^No (?:event|claim|document) /);
    expect(sentence).not.toMatch(/NaN|undefined|Infinity|–/);
  }
});
