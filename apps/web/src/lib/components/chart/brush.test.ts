import { expect, test } from 'vitest';
import { between, monthAt, moveEnd, type Months, placeOf, rangeOf, stretchOf } from './brush.ts';
import { monthNumber } from './months.ts';

const axis = between(monthNumber('2018-08'), monthNumber('2021-08'));
const stretch = (from: string, to: string): Months => between(monthNumber(from), monthNumber(to));

test('the chosen months as far as the axis goes', () => {
  expect(stretchOf(undefined, axis)).toEqual(axis);
  expect(stretchOf({ from: '2020-11', to: '' }, axis)).toEqual(stretch('2020-11', '2021-08'));
  expect(stretchOf({ from: '1999-01', to: '2020-01' }, axis)).toEqual(stretch('2018-08', '2020-01'));
  expect(stretchOf({ from: '202X-01', to: '2020-01' }, axis)).toEqual(stretch('2018-08', '2020-01'));
  expect(stretchOf({ from: '2021-01', to: '2020-01' }, axis)).toEqual(axis);
});

test('the whole axis asks nothing, an end at its end is open', () => {
  expect(rangeOf(axis, axis)).toEqual({ from: '', to: '' });
  expect(rangeOf(stretch('2020-11', '2021-08'), axis)).toEqual({ from: '2020-11', to: '' });
  expect(rangeOf(stretch('2020-12', '2021-01'), axis)).toEqual({ from: '2020-12', to: '2021-01' });
});

test('every place on the axis is in a month of it, and a month begins where it is found', () => {
  expect(monthAt(0, axis)).toBe(axis.first);
  expect(monthAt(1, axis)).toBe(axis.last);
  expect(monthAt(-3, axis)).toBe(axis.first);
  for (const length of [1, 2, 37, 600]) {
    const any = { first: axis.first, last: axis.first + length - 1 };
    const width = 100 / length;
    for (let month = any.first; month <= any.last; month += 1) {
      for (const share of [0.01, 0.5, 0.99]) {
        expect(monthAt((placeOf(month, any) + share * width) / 100, any)).toBe(month);
      }
    }
  }
});

test.each([
  ['ArrowLeft', 'first', '2020-02', '2020-06'],
  ['ArrowUp', 'first', '2020-04', '2020-06'],
  ['PageDown', 'first', '2019-03', '2020-06'],
  ['PageUp', 'first', '2020-06', '2020-06'],
  ['Home', 'first', '2018-08', '2020-06'],
  ['End', 'first', '2020-06', '2020-06'],
  ['ArrowRight', 'last', '2020-03', '2020-07'],
  ['PageDown', 'last', '2020-03', '2020-03'],
  ['PageUp', 'last', '2020-03', '2021-06'],
  ['Home', 'last', '2020-03', '2020-03'],
  ['End', 'last', '2020-03', '2021-08'],
] as const)('%s moves the %s month to %s..%s', (key, end, from, to) => {
  expect(moveEnd(key, end, stretch('2020-03', '2020-06'), axis)).toEqual(stretch(from, to));
});

test('other keys are left alone', () => {
  expect(moveEnd('Tab', 'first', axis, axis)).toBeUndefined();
});
