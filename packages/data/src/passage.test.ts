import { normaliseText, paragraphsOf, passageText } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { evidenceYaml, findPassages, sha256, textDigestOf } from './passage.ts';

const text = [
  '\uFEFF The harbour office counted 3 crates.  ',
  '',
  'A clerk said “about\nfour” crates\r\nstood there. 📦📦 Later, about four were moved.',
].join('\n');

describe('findPassages', () => {
  it('gives paragraph, code points and digest of the words', () => {
    const [found, ...others] = findPassages(text, 'Later, about four');
    expect(others).toEqual([]);
    const paragraph = paragraphsOf(normaliseText(text))[1] ?? '';
    expect(found?.passage.paragraph).toBe(2);
    expect(passageText(paragraph, found?.passage.start ?? 0, found?.passage.end ?? 0)).toBe('Later, about four');
    expect(found?.passage.sha256).toBe(sha256('Later, about four'));
  });

  it('counts a character beyond the basic plane once', () => {
    expect(findPassages(text, '📦 Later')[0]?.passage).toMatchObject({ start: 47, end: 54 });
  });

  it('does not mind case, line breaks and the shape of quotation marks', () => {
    expect(findPassages(text, 'a clerk said "About four"')[0]?.text).toBe('A clerk said “about\nfour”');
  });

  it('lists every place, in the order of the document', () => {
    expect(findPassages(text, 'crates').map(({ passage }) => passage.paragraph)).toEqual([1, 2]);
  });

  it('runs from the first words to the nearest last words of the same paragraph', () => {
    expect(findPassages(text, 'A clerk', 'crates').map((found) => found.text)).toEqual([
      'A clerk said “about\nfour” crates',
    ]);
    expect(findPassages(text, 'harbour', 'moved')).toEqual([]);
  });

  it('takes every character literally', () => {
    expect(findPassages('What (if any)? [Two] a.b*c', '(if any)? [two] a.b*c')).toHaveLength(1);
    expect(findPassages('axb', 'a.b')).toEqual([]);
  });

  it('finds nothing for no words', () => {
    expect(findPassages(text, '  ')).toEqual([]);
  });
});

describe('textDigestOf', () => {
  it('is the digest of the normalised text', () => {
    expect(textDigestOf('\n\na  \r\nb\n')).toBe(sha256('a\nb'));
  });
});

describe('evidenceYaml', () => {
  it('writes the block as a record holds it', () => {
    expect(evidenceYaml([{ paragraph: 2, start: 1, end: 4, sha256: 'ab' }])).toBe(
      'evidence:\n  passages:\n    - paragraph: 2\n      start: 1\n      end: 4\n      sha256: ab\n',
    );
  });
});
