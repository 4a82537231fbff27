import { expect, test } from 'vitest';
import { formatDated } from './dated.ts';

const KABUL = 'Asia/Kabul';

test.each([
  ['2020-11-21T05:00Z', '2020-11-21T05:01Z', '21 Nov 2020, 09:30'],
  ['2020-11-20T19:30Z', '2020-11-21T19:30Z', '21 Nov 2020'],
  ['2020-11-20T19:30Z', '2020-11-23T19:30Z', '21 Nov 2020 to 23 Nov 2020'],
  ['2020-11-21T04:10Z', '2020-11-21T19:30Z', 'from 21 Nov 2020, 08:40 to 22 Nov 2020, 00:00'],
  ['2020-11-21T04:10Z', null, 'after 21 Nov 2020, 08:40'],
  [null, '2020-11-21T04:10Z', 'before 21 Nov 2020, 08:40'],
  [null, null, 'at no known time'],
])('%s to %s is %s', (from, until, words) => {
  expect(formatDated({ from, until }, KABUL)).toBe(words);
});
