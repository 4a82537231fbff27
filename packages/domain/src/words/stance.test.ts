import { STANCES } from '../index.ts';
import { expect, test } from 'vitest';
import { formatStance } from './stance.ts';

test('every stance has a word of its own', () => {
  const words = STANCES.map(formatStance);
  expect(new Set(words).size).toBe(STANCES.length);
  expect(formatStance('accuses')).toBe('accused');
});
