import { expect, it } from 'vitest';
import { sha256 } from '../sha256.ts';
import { heldText } from './held-text.ts';

it('is normalised before its digest is taken and its paragraphs are counted', () => {
  expect(heldText('\uFEFF\n\na  \r\nb\n\n\n\ncafe\u0301\n')).toEqual({
    digest: sha256('a\nb\n\n\n\ncafé'),
    paragraphs: ['a\nb', 'café'],
    lines: [3, 8],
  });
});

it('has the digest that any other tool computes', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
