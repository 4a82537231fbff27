import { describe, expect, test } from 'vitest';
import { asOfParameter } from './as-of.ts';
import { boundingBoxParameter } from './bounding-box.ts';
import { boundsParameter } from './bounds.ts';
import { dateRangeParameter } from './date-range.ts';
import { eventListQuery, eventFilterOf } from './event-query.ts';
import { choicesParameter, idsParameter } from './list.ts';
import { questionsParameter } from './questions.ts';

const at = (text: string): number => Date.parse(text);

describe('a range of dates', () => {
  test.each([
    ['2020-11-21', '2020-11-21T00:00Z', '2020-11-22T00:00Z'],
    ['2020-11', '2020-11-01T00:00Z', '2020-12-01T00:00Z'],
    ['2020', '2020-01-01T00:00Z', '2021-01-01T00:00Z'],
    ['2020-11-01..2021-07-31', '2020-11-01T00:00Z', '2021-08-01T00:00Z'],
    ['2020-11..2021', '2020-11-01T00:00Z', '2022-01-01T00:00Z'],
    ['2020-11-21T08:40..2020-11-21T09:00', '2020-11-21T08:40Z', '2020-11-21T09:01Z'],
  ])('%s runs from the beginning of its first to the end of its last', (text, start, end) => {
    expect(dateRangeParameter.parse(text)).toEqual({ start: at(start), end: at(end) });
  });

  test('may be open at either end', () => {
    expect(dateRangeParameter.parse('2020-11..')).toEqual({ start: at('2020-11-01T00:00Z'), end: Infinity });
    expect(dateRangeParameter.parse('..2020')).toEqual({ start: -Infinity, end: at('2021-01-01T00:00Z') });
  });
});

test.each([
  ['2020-11-21', '2020-11-22T00:00Z'],
  ['2020-11', '2020-12-01T00:00Z'],
  ['2020-11-21T08:40+04:30', '2020-11-21T04:10Z'],
  ['2020-11-21T08:40Z', '2020-11-21T08:40Z'],
])('as of %s is as of %s', (text, instant) => {
  expect(asOfParameter.parse(text)).toBe(at(instant));
});

test.each([
  ['1..10', { min: 1, max: 10 }],
  ['1..', { min: 1 }],
  ['..10', { max: 10 }],
  ['0', { min: 0, max: 0 }],
  ['0..0', { min: 0, max: 0 }],
])('the numbers %s', (text, bounds) => {
  expect(boundsParameter.parse(text)).toEqual(bounds);
});

test('a box may cross the 180th meridian', () => {
  expect(boundingBoxParameter.parse('170,-20,-170,10.5')).toEqual([170, -20, -170, 10.5]);
});

test('values are joined by a tilde, and count once', () => {
  expect(choicesParameter(['a', 'b'], 'a letter').parse('b~a~b')).toEqual(['b', 'a']);
  expect(idsParameter('an id').parse('x-1~y')).toEqual(['x-1', 'y']);
});

test('a question’s key may hold a tilde of its own', () => {
  expect(
    questionsParameter.parse('count:districts-held/taliban@2021-04~~weapon~casualties:killed:all+perpetrators'),
  ).toEqual(['count:districts-held/taliban@2021-04~', 'weapon', 'casualties:killed:all+perpetrators']);
});

test('a filter holds what was given, and nothing of the page', () => {
  const query = eventListQuery.parse({ q: 'kabul', sort: 'date', limit: '5', cursor: 'x' });
  expect(query).toEqual({ q: 'kabul', sort: 'date', limit: 5, cursor: 'x' });
  expect(Object.keys(eventFilterOf(query))).toEqual(['q']);
});
