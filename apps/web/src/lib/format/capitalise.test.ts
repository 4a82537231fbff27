import { expect, test } from 'vitest';
import { capitalise } from './capitalise.ts';

test('only the first letter is raised', () => {
  expect(capitalise('an eyewitness, to AFP')).toBe('An eyewitness, to AFP');
  expect(capitalise('')).toBe('');
  expect(capitalise('8 killed')).toBe('8 killed');
});
