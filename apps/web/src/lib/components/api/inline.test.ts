import { expect, test } from 'vitest';
import { inlinePieces, paragraphsOf } from './inline.ts';

test('code and strong words are told from the rest', () => {
  expect(inlinePieces('**Lists** are `{items}`.')).toEqual([
    { kind: 'strong', text: 'Lists' },
    { kind: 'text', text: ' are ' },
    { kind: 'code', text: '{items}' },
    { kind: 'text', text: '.' },
  ]);
  expect(inlinePieces('2 * 3, a ` b')).toEqual([{ kind: 'text', text: '2 * 3, a ` b' }]);
});

test('paragraphs without lists', () => {
  expect(paragraphsOf('One.\n\nTwo\nlines.\n\n- a\n- b')).toEqual(['One.', 'Two\nlines.']);
});
