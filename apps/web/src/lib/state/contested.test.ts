import { expect, test } from 'vitest';
import { contestedCount } from './contested.ts';

test('every status in which who did it is contested counts, no other', () => {
  const statuses = [
    { value: 'contested', count: 6 },
    { value: 'claimed', count: 10 },
    { value: 'accused-and-denied', count: 2 },
    { value: 'multiple-claims', count: 1 },
    { value: 'unclaimed', count: 3 },
  ];
  expect(contestedCount(statuses)).toBe(9);
  expect(contestedCount([])).toBe(0);
});
