import { expect, test } from 'vitest';
import { asOfAt, daysAt, daysOf } from './as-of-days.ts';

const known = { first: '2018-08-21', last: '2020-03-01' };

test('days are counted over months and leap days', () => {
  expect(daysOf({ first: '2020-02-28', last: '2020-03-01' })).toBe(2);
  expect(daysOf({ first: '2020-02-28', last: '2020-02-28' })).toBe(0);
});

test('every day but the last is an as-of date, and is found where it stands', () => {
  for (let days = 0; days < daysOf(known); days += 1) expect(daysAt(asOfAt(days, known), known)).toBe(days);
  expect(asOfAt(0, known)).toBe('2018-08-21');
  expect(asOfAt(daysOf(known) - 1, known)).toBe('2020-02-29');
  expect(asOfAt(daysOf(known), known)).toBeUndefined();
});

test('whatever date the address has, the slider stands at its end', () => {
  expect(asOfAt(daysAt('2019', known), known)).toBe('2019-12-31');
  expect(asOfAt(daysAt('2019-02', known), known)).toBe('2019-02-28');
  expect(asOfAt(daysAt('2019-01-01T02:00+04:30', known), known)).toBe('2018-12-31');
});

test('dates beyond the days stand at their ends, and now at the last', () => {
  expect(daysAt('1999', known)).toBe(0);
  expect(daysAt('2031-01-01', known)).toBe(daysOf(known));
  expect(daysAt(undefined, known)).toBe(daysOf(known));
  expect(daysAt('yesterday', known)).toBe(daysOf(known));
});
