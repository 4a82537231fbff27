import { expect, test } from 'vitest';
import { isKnownBy, knownFrom } from './known.ts';

test.each([
  ['2020-11-21', '2020-11-22', '2020-11-21T19:30Z'],
  [undefined, '2020-11-22', '2020-11-22T19:30Z'],
  ['2020-11-21/..', '2020-11-25', '2020-11-25T19:30Z'],
  ['2020-11', '2020-11-21T12:00+04:30', '2020-11-21T07:31Z'],
  ['2020-11-21', undefined, '2020-11-21T19:30Z'],
  [undefined, undefined, null],
])('said %s, published %s: known from %s', (said, published, known) => {
  const claim = said === undefined ? {} : { said };
  expect(knownFrom(claim, published === undefined ? {} : { published }, 'Asia/Kabul')).toBe(known);
});

test.each([
  ['2020-11-21T19:30Z', '2020-11-21', true],
  ['2020-11-21T19:30Z', '2020-11-21T19:30Z', true],
  ['2020-11-21T19:30Z', '2020-11-21T19:29Z', false],
  ['2020-11-21T19:30Z', '2020-11-20', false],
  [null, '2020-11-21', false],
  [null, undefined, true],
  ['2020-11-21T19:30Z', undefined, true],
  ['2020-11-21T19:30Z', 'yesterday', true],
])('known from %s counts as of %s: %s', (known, asOf, counts) => {
  expect(isKnownBy(known, asOf)).toBe(counts);
});
