import { expect, test } from 'vitest';
import { citedReports } from './cited-reports.ts';

test('reports are told apart, whatever their headlines hold', () => {
  expect(
    citedReports('"Paper,2019-05-03,Ten killed, two hurt; more feared";"Wire, Agence, 2019-05-04, A ""quoted"" word"'),
  ).toEqual([
    { publisher: 'Paper', published: '2019-05-03' },
    { publisher: 'Wire, Agence', published: '2019-05-04' },
  ]);
});

test.each(['', 'Yearbook 2003', '"Paper,2019-02-30,No such day"', '"2019-05-03"'])('%j names none', (text) => {
  expect(citedReports(text)).toEqual([]);
});
