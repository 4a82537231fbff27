import { expect, test } from 'vitest';
import type { Parameter } from './event-query.ts';
import { nearestValue } from './nearest-value.ts';

test.each<[Parameter, string, string | undefined]>([
  ['killed', '9..1', '1..9'],
  ['killed', 'many..5', '..5'],
  ['killed', '1..many', '1..'],
  ['injured', 'few..many', undefined],
  ['date', '2022..2020', '2020..2022'],
  ['date', '2020-12..2020-11-21', '2020-11-21..2020-12'],
  ['date', '2020-13..2021', '..2021'],
  ['date', '2020-11-31..', undefined],
  ['bbox', '60,38,74,29', '60,29,74,38'],
  ['bbox', '-999,-99,999,99', '-180,-90,180,90'],
  ['bbox', '60.123456789012,29,74,38', '60.123457,29,74,38'],
  ['bbox', '1,2,3', undefined],
  ['bbox', 'a,b,c,d', undefined],
  ['map', '99/34/69', '22/34/69'],
  ['map', '5/34/900', '5/34/180'],
  ['map', 'here', undefined],
  ['asOf', '2020-11-21T08:40', '2020-11-21'],
  ['asOf', '2020-11-99', '2020-11'],
  ['asOf', 'yesterday', undefined],
  ['q', 'a'.repeat(300), 'a'.repeat(200)],
  ['q', '!!', undefined],
  ['status', 'nonsense', undefined],
])('%s=%s probably means %s', (name, text, value) => {
  expect(nearestValue(name, text)).toBe(value);
});
