import { expect, test } from 'vitest';
import { tombstoneOf, tombstoneOfClaim } from './tombstone.ts';

const retracted = { date: '2026-12-05', reason: 'Coded twice.' };

test('what stands has none', () => {
  expect(tombstoneOf('event', {})).toBeUndefined();
  expect(tombstoneOfClaim({}, {})).toBeUndefined();
});

test('what was taken back says when and why', () => {
  expect(tombstoneOf('place', { retracted })).toMatchObject({
    heading: 'The ledger took this place back',
    day: '5 December 2026',
    reason: 'Coded twice.',
  });
});

test('a claim falls with its document, and says which of the two it was', () => {
  expect(tombstoneOfClaim({}, { retracted })?.heading).toBe('The ledger took the document of this claim back');
  const own = { date: '2026-12-01', reason: 'Misread.' };
  expect(tombstoneOfClaim({ retracted: own }, { retracted })).toMatchObject({ reason: 'Misread.', date: '2026-12-01' });
});
