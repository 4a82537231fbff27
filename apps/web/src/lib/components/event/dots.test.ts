import { describe, expect, test } from 'vitest';
import { answersGiven } from './answers.ts';
import { detailOf, dossierOf } from './dossier.fixture.ts';
import { type DotChart, DOT_STRIP } from './dots.ts';
import { numberQuestions } from './numbers.ts';
import { readEvent } from './reading.ts';

const questionsOf = (name: string) => {
  const reading = readEvent(detailOf(dossierOf(name)));
  return numberQuestions(reading, answersGiven(reading));
};
const chart = (name: string, heading: string): DotChart => {
  const found = questionsOf(name).charts.find((each) => each.heading === heading);
  if (found === undefined) throw new Error(`no chart ${heading}`);
  return found;
};

describe('rockets fired on 21 November 2020', () => {
  const fired = chart('kabul-2020-11-21', 'How many rockets were fired');

  test('one row for each claimant, in ascending order', () => {
    expect(fired.rows.map(({ name, label }) => [name, label?.text])).toEqual([
      ['An eyewitness, to Xinhua', '10+'],
      ['Ministry of Interior Affairs', '23 or 24'],
      ['Islamic State', '28'],
    ]);
    expect(fired.rows.map(({ y }) => y)).toEqual([DOT_STRIP, DOT_STRIP + 52, DOT_STRIP + 104]);
    expect(fired.height).toBe(DOT_STRIP + 156);
  });

  test('a past answer is joined to the present, unsettled answers to each other', () => {
    const ministry = fired.rows[1];
    expect(ministry?.marks.map(({ label, tone }) => [label, tone])).toEqual([
      ['14', 'past'],
      ['23', 'current'],
      ['24', 'current'],
    ]);
    const [past, low, high] = ministry?.marks ?? [];
    expect(ministry?.join).toEqual({ from: past?.x, to: low?.x });
    expect(ministry?.unsettled).toEqual({ from: low?.x, to: high?.x });
    expect(ministry?.note).toBe('unsettled: no order');
  });

  test('the band is the range: an open number does not set its bottom', () => {
    expect(fired.range).toEqual({ low: 23, high: 28, open: false });
    expect(fired.band?.from).toBe(fired.rows[1]?.marks[1]?.x);
  });

  test('one sentence, highest first', () => {
    expect(fired.summary).toBe(
      'Islamic State says 28; the Ministry of Interior Affairs said 14, then 23 or 24; an eyewitness (to Xinhua) says at least 10.',
    );
  });

  test('every answer as a line with its rule', () => {
    expect(fired.lines.map(({ name, words, standing, rule }) => [name, words, standing, rule])).toEqual([
      ['An eyewitness, to Xinhua', 'at least 10', 'current', 'position.current'],
      ['Ministry of Interior Affairs', '14', 'superseded', 'position.current'],
      ['Ministry of Interior Affairs', '23', 'current', 'position.current'],
      ['Ministry of Interior Affairs', '24', 'current', 'position.current'],
      ['Islamic State', '28', 'current', 'position.current'],
    ]);
  });
});

test('a number that only one claimant gave, once, is listed; parts of a breakdown stand in its table', () => {
  const { charts, listed } = questionsOf('kabul-2020-11-21');
  expect(charts.map(({ heading }) => heading)).toEqual([
    'How many rockets were fired',
    'How many rockets landed in the grounds of the Embassy of Iran',
    'How many vehicles',
  ]);
  expect(listed.map(({ counted, answers }) => [counted, ...answers.map(({ words }) => words)])).toEqual([
    ['rockets landed', '23'],
    ['rockets unexploded', '1'],
    ['launch points', '2'],
  ]);
});
