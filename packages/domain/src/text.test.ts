import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from './fold.ts';
import { codePointLength, normaliseText, paragraphsOf, passageText } from './text.ts';

describe('a normalised text', () => {
  it('has one form, whatever its line endings, trailing spaces and outer blank lines', () => {
    expect(normaliseText('\uFEFF\r\n\r\n first \t\r\nline\u00a0\n\n\n e\u0301nd\n\n')).toBe(' first\nline\n\n\n énd');
  });

  it('does not change when normalised again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', 'é', 'e\u0301', '\u00a0') }),
        (text) => {
          expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
        },
      ),
    );
  });

  it('splits at blank lines, however many', () => {
    expect(paragraphsOf('a\nb\n\nc\n\n\n\nd')).toEqual(['a\nb', 'c', 'd']);
  });
});

describe('a passage', () => {
  it('counts code points, not bytes or halves of pairs', () => {
    expect(passageText('🚀 rockets', 2, 9)).toBe('rockets');
    expect(codePointLength('🚀é')).toBe(2);
  });

  it('is nothing beyond its paragraph, or backwards', () => {
    expect(passageText('rocket', 0, 7)).toBeNull();
    expect(passageText('rocket', 3, 3)).toBeNull();
  });
});

describe('folding', () => {
  it('takes letters as one that readers take as one', () => {
    expect(fold('Kābul KABUL')).toBe('kabul kabul');
    expect(fold('كابل')).toBe(fold('کابل'));
    expect(fold('العربي')).toBe(fold('العربی'));
    expect(fold('۱۲۳ ١٢٣')).toBe('123 123');
    expect(fold('Straße Łódź')).toBe('strasse lodz');
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('finds words', () => {
    expect(wordsOf('Rockets, rockets: 23 in Kābul!')).toEqual(['rockets', '23', 'in', 'kabul']);
  });

  it('cuts runs of letters that no index takes as one, and no letter in two', () => {
    expect(wordsOf(`${'a'.repeat(257)} b`)).toEqual(['a'.repeat(256), 'a', 'b']);
    // A letter of two code units, and four bytes.
    expect(wordsOf('𐐨'.repeat(600))).toEqual(['𐐨'.repeat(256), '𐐨'.repeat(88)]);
  });
});
