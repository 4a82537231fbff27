import type { Claim, Source } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { retractedClaims } from './retracted.ts';

const claim = (id: string, own: object = {}): Claim =>
  ({ id, source: id.split('/')[0], claimant: { unnamed: 'an official' }, paraphrase: `Says ${id}.`, ...own }) as Claim;
const sources = new Map(
  [{ id: 'paper' }, { id: 'gone', retracted: { date: '2026-12-02', reason: 'No such document.' } }].map((source) => [
    source.id as Source['id'],
    source as Source,
  ]),
);

test('those taken back, by themselves or with their document, the latest first', () => {
  const claims = [
    claim('gone/a'),
    claim('paper/stands'),
    claim('paper/b', { retracted: { date: '2026-12-05', reason: 'Misread.' } }),
    claim('gone/c', { retracted: { date: '2026-12-05', reason: 'Said of another.' } }),
  ];
  expect(
    retractedClaims(claims, sources, new Map()).map(({ id, day, reason, withSource }) => [id, day, reason, withSource]),
  ).toEqual([
    ['gone/c', '5 December 2026', 'Said of another.', false],
    ['paper/b', '5 December 2026', 'Misread.', false],
    ['gone/a', '2 December 2026', 'No such document.', true],
  ]);
});
