import { describe, expect, test } from 'vitest';
import { escapeTex, formatBibtex } from './bibtex.ts';
import { type Citation, citationFileName, citationText, permalink } from './citation.ts';
import { formatRis } from './ris.ts';
import { wordCitation } from './wording.ts';

const digest = 'd3f4380667f17a4be3a14f7509f8099650188719091d95e1d9cdbb33c5fb592e';
const latest: Citation = {
  title: 'Rockets on Kabul, 21 November 2020',
  id: '2020-11-21-kabul-rockets',
  path: '/events/2020-11-21-kabul-rockets',
  origin: 'https://example.org',
  accessed: '2026-11-21',
  ledgers: [{ dataset: 'curated', digest }],
};
const frozen: Citation = { ...latest, asOf: '2020-11-21T12:00+04:30' };

test('the permalink keeps the as-of date, readable and safe', () => {
  expect(permalink(latest)).toBe('https://example.org/events/2020-11-21-kabul-rockets');
  expect(permalink(frozen)).toBe('https://example.org/events/2020-11-21-kabul-rockets?asOf=2020-11-21T12:00%2B04:30');
});

test('running text says which state was read', () => {
  expect(citationText(latest)).toBe(
    'Counterclaim. “Rockets on Kabul, 21 November 2020.” As of 21 November 2026. Ledger curated, sha256 d3f4380667f17a4b. https://example.org/events/2020-11-21-kabul-rockets',
  );
  expect(citationText({ ...latest, asOf: '2020-11-21' })).toContain(
    'As known by 21 November 2020. Read on 21 November 2026.',
  );
  expect(citationText({ ...latest, title: 'Who did it?' })).toContain('“Who did it?” As of');
});

test('a state that was released is named by its version', () => {
  const released = { ...latest, ledgers: [{ dataset: 'curated', digest, release: '2026.1' }] };
  expect(citationText(released)).toContain('Ledger curated, release 2026.1, sha256 d3f4380667f17a4b.');
  expect(formatBibtex(released)).toContain(`ledger curated, release 2026.1, sha256 ${digest}`);
  expect(wordCitation(released).ledgers[0]?.release).toEqual({ version: '2026.1', path: '/data/2026.1' });
  expect(wordCitation(latest).ledgers[0]?.release).toBeUndefined();
});

test('whoever cites what was taken back says so', () => {
  const retracted = { date: '2026-12-05', reason: 'Coded twice.' };
  expect(citationText({ ...latest, retracted })).toMatch(/2020\.” Retracted by the ledger on 5 December 2026\. As of/);
  expect(formatRis({ ...latest, retracted })).toContain(
    'N1  - Retracted by the ledger on 2026-12-05: Coded twice. As of',
  );
  expect(formatBibtex({ ...latest, retracted })).toContain(
    'note = {Retracted by the ledger on 2026-12-05: Coded twice.',
  );
  expect(wordCitation({ ...latest, retracted }).retracted).toBe('5 December 2026');
});

describe('BibTeX', () => {
  test('an entry with its state', () => {
    expect(formatBibtex(latest)).toBe(`@misc{counterclaim:2020-11-21-kabul-rockets,
  author = {{Counterclaim}},
  title = {{Rockets on Kabul, 21 November 2020}},
  year = {2026},
  note = {As of 2026-11-21; ledger curated, sha256 ${digest}},
  url = {https://example.org/events/2020-11-21-kabul-rockets},
  urldate = {2026-11-21}
}
`);
  });

  test('nothing in a title ends its field or means something to TeX', () => {
    expect(escapeTex('50% of {A_B} & \\C #1 $2 ^3 ~4\nnext')).toBe(
      '50\\% of \\{A\\_B\\} \\& \\textbackslash{}C \\#1 \\$2 \\textasciicircum{}3 \\textasciitilde{}4 next',
    );
    const entry = formatBibtex({ ...latest, title: 'A}, evil = {x' });
    expect(entry).toContain('title = {{A\\}, evil = \\{x}}');
    expect(entry.split('\n').filter((line) => line.startsWith('  evil'))).toEqual([]);
  });

  test('letters of other scripts stay', () => {
    expect(escapeTex('کابل, Foča')).toBe('کابل, Foča');
  });

  test('a claim id makes a key without a slash', () => {
    expect(formatBibtex({ ...latest, id: 'dawn-2020-11-21/pak-condemns' })).toMatch(
      /^@misc\{counterclaim:dawn-2020-11-21:pak-condemns,\n/,
    );
  });
});

describe('RIS', () => {
  test('a record with its state', () => {
    expect(formatRis(frozen).split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - 2020-11-21-kabul-rockets',
      'AU  - Counterclaim,',
      'TI  - Rockets on Kabul, 21 November 2020',
      'PB  - Counterclaim',
      'PY  - 2026',
      'DA  - 2026/11/21/',
      'Y2  - 2026/11/21/',
      'LA  - en',
      `N1  - As known by 2020-11-21T12:00+04:30; ledger curated, sha256 ${digest}`,
      'UR  - https://example.org/events/2020-11-21-kabul-rockets?asOf=2020-11-21T12:00%2B04:30',
      'ER  - ',
      '',
    ]);
  });

  test('a line break in a title begins no other field', () => {
    expect(formatRis({ ...latest, title: 'A\r\nER  - \u2028TY  - B' })).toContain('TI  - A ER - TY - B\r\n');
  });
});

test('a file name without a slash', () => {
  expect(citationFileName({ id: 'dawn-2020-11-21/pak-condemns' })).toBe('counterclaim-dawn-2020-11-21-pak-condemns');
});

test('the files to download are as of the same date', () => {
  expect(wordCitation(frozen).files).toEqual({
    bib: '/events/2020-11-21-kabul-rockets/cite.bib?asOf=2020-11-21T12:00%2B04:30',
    ris: '/events/2020-11-21-kabul-rockets/cite.ris?asOf=2020-11-21T12:00%2B04:30',
  });
  expect(wordCitation(latest).files.bib).toBe('/events/2020-11-21-kabul-rockets/cite.bib');
});

describe('a view', () => {
  const view: Citation = {
    ...latest,
    title: 'Events: contested',
    id: 'events?status=contested',
    path: '/events?status=contested',
    ledgers: [
      { dataset: 'curated', digest, release: '2026.1' },
      { dataset: 'ucdp-ged', digest: 'ab'.repeat(32) },
    ],
  };

  test('names every ledger that it may show records of', () => {
    expect(citationText({ ...view, asOf: '2021' })).toBe(
      'Counterclaim. “Events: contested.” As known by 2021. Read on 21 November 2026. Ledger curated, release 2026.1, sha256 d3f4380667f17a4b; ledger ucdp-ged, sha256 abababababababab. https://example.org/events?status=contested&asOf=2021',
    );
  });

  test('has its files beside its path, with the same query and date', () => {
    expect(wordCitation({ ...view, asOf: '2021' }).files.bib).toBe('/events/cite.bib?status=contested&asOf=2021');
  });

  test('has a key, and a file name that every file system takes', () => {
    expect(formatBibtex(view)).toMatch(/^@misc\{counterclaim:events-status-contested,\n/);
    expect(citationFileName({ id: `events?q=${'x'.repeat(500)}` }).length).toBeLessThan(240);
  });
});
