import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../problem/problem.ts';
import { load } from '../reading/load.ts';
import { recordsOf } from '../testing/records.ts';
import { verify } from './verify.ts';

const good = load(fileURLToPath(new URL('../../test/good', import.meta.url)));
const text = readFileSync(new URL('../../test/texts/arden-herald-2020-01-03.txt', import.meta.url), 'utf8');
const record = good.record('sources', 'arden-herald-2020-01-03')?.file.text ?? '';

/** What a change of the record brings about, without the file's name. */
const changed = (from: string | RegExp, to: string) =>
  verify(recordsOf({ 'sources/arden-herald-2020-01-03.yml': record.replace(from, to) }), () => text).problems.map(
    (problem) => formatProblem(problem).replace(/^sources\/[^:]+:/, ''),
  );

describe('verify', () => {
  it('finds every passage of the text that was coded', () => {
    expect(verify(good, () => text)).toEqual({ problems: [], passages: 4, passagesRead: 4, texts: 1, missing: [] });
  });

  it('does not mind how the text ends its lines and encodes its accents', () => {
    const other = `\uFEFF\n${text.replaceAll('\n', '\r\n').normalize('NFD')}\n\n`;
    expect(verify(good, () => other).problems).toEqual([]);
  });

  it('names the texts that nobody holds', () => {
    expect(verify(good, () => undefined)).toMatchObject({
      texts: 0,
      missing: ['arden-herald-2020-01-03'],
      problems: [],
    });
  });

  it('asks for no text of which nothing is cited', () => {
    expect(
      verify(recordsOf({ 'sources/s.yml': 'url: https://example.org/\nclaims: []\n' }), () => undefined).missing,
    ).toEqual([]);
  });

  const position = (paragraph: number, start: number, end: number) =>
    `paragraph: ${paragraph}\n          start: ${start}\n          end: ${end}\n`;

  it('tells where words stand that were looked for beside them', () => {
    expect(changed(position(2, 55, 80), position(2, 54, 79))).toEqual([
      '55:19 passage: expected sha256 f181893893293672a6bf7f46ff714762edbc4ed821d3d4ed2e376fa705b74159, found 568383f8e8780c1eb0a5fe761e45048af6c883c6aad4e6a0dd1b7bfc9e18fe80; the words stand at paragraph: 2, start: 55, end: 80: write that',
    ]);
  });

  it('tells where a paragraph or the text ends', () => {
    expect(changed(position(2, 55, 80), position(2, 65, 90))).toEqual([
      '54:16 passage: expected paragraph 2 to reach 90, it has 81 code points; the words stand at paragraph: 2, start: 55, end: 80: write that',
    ]);
    expect(changed(position(2, 55, 80), position(9, 55, 80))).toEqual([
      '52:22 passage: expected 9 paragraphs or more, the text has 3; the words stand at paragraph: 2, start: 55, end: 80: write that',
    ]);
  });

  it('tells a digest that no words have', () => {
    expect(changed('f181893893', '0000000000')[0]).toMatch(
      /^55:19 passage: expected sha256 0000000000\w{54}, found f181893893\w{54}; find the words with counterclaim passage$/,
    );
  });

  it('tells a text other than the one that was coded', () => {
    expect(changed(/textDigest: \w{10}/, 'textDigest: 0000000000')[0]).toMatch(
      /^7:13 text: expected sha256 0000000000\w{54}, found \w{64}; write textDigest: \w{64} if this is the text that was coded, or put that text in its place$/,
    );
  });

  it('leaves an incomplete passage to the check', () => {
    expect(changed(/ +end: 80\n/, '')).toEqual(['52:11 passage: the passage is incomplete; run counterclaim check']);
  });
});
