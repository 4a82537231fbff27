import { expect, test } from 'vitest';
import { clearAsOf, keepAsOf } from './as-of.ts';

test.each([
  ['/actors/taliban', undefined, '/actors/taliban'],
  ['/actors/taliban', '2020-11-21', '/actors/taliban?asOf=2020-11-21'],
  ['/events?q=kabul#list', '2020-11-21', '/events?q=kabul&asOf=2020-11-21#list'],
  ['/events?asOf=2021', '2020-11-21', '/events?asOf=2021'],
  ['/', '2020-11-21T08:40+04:30', '/?asOf=2020-11-21T08:40%2B04:30'],
  ['/methods#asof.known', '2020', '/methods?asOf=2020#asof.known'],
])('%s keeps %s: %s', (path, asOf, link) => {
  expect(keepAsOf(path, asOf)).toBe(link);
});

test.each([
  ['?asOf=2020', '/events'],
  ['?status=contested~claimed&asOf=2020', '/events?status=contested~claimed'],
  ['?q=asOf', '/events?q=asOf'],
  ['', '/events'],
])('%s without its date is %s', (search, link) => {
  expect(clearAsOf({ pathname: '/events', search })).toBe(link);
});
