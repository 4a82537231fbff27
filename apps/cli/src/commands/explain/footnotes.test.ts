import { ensureClaimId } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { Footnotes } from './footnotes.ts';

const ids = (...slugs: string[]) => slugs.map((slug) => ensureClaimId(`paper/${slug}`));

test('numbers claims in the order in which they are named, and keeps the numbers', () => {
  const notes = new Footnotes();
  expect(notes.mark(ids('b'))).toBe('[1]');
  expect(notes.mark(ids('c', 'a', 'd'))).toBe('[2–4]');
  expect(notes.mark(ids('d', 'b', 'a'))).toBe('[1 3 4]');
  expect(notes.mark([])).toBe('no claim');
});

test('sets rules together that were applied to the same claims', () => {
  const notes = new Footnotes();
  const [one, two] = [ids('a'), ids('a', 'b')];
  expect(
    notes.reasons([
      { rule: 'position.current', version: 1, claims: one },
      { rule: 'position.course', version: 2, claims: two },
      { rule: 'position.origins', version: 1, claims: one },
    ]),
  ).toBe('position.current@1, position.origins@1 [1]; position.course@2 [1 2]');
});
