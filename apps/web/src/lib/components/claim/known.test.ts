import { expect, test } from 'vitest';
import { knownFrom } from './known.ts';

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
