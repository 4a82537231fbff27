import type { Answer } from '../index.ts';
import { expect, test } from 'vitest';
import { formatAnswer } from './answer.ts';

test.each<[string, Answer, string]>([
  ['casualties:killed:all', { bound: 'at-least', value: 8 }, 'at least 8'],
  ['responsibility:taliban', 'accuses', 'accused'],
  ['occurrence:eid-ceasefire', false, 'it did not happen'],
  ['weapon', 'mortar-shell', 'mortar shell'],
  ['time:start', { at: '2020-11-21T08:40', within: 10 }, '21 November 2020, 08:40 Kabul time, give or take 10 minutes'],
  ['time:start', { at: '2020-11-21' }, '21 November 2020'],
  ['launch', 'From a pickup truck.', 'From a pickup truck.'],
])('%s, %o', (key, answer, words) => {
  expect(formatAnswer(key, answer, 'Asia/Kabul')).toBe(words);
});
