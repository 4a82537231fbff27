import { describe, expect, it } from 'vitest';
import { call, fixture } from './testing/call.ts';

const passage = (...words: string[]) =>
  call('passage', 'arden-herald-2020-01-03', '--sources', fixture('texts'), ...words);

describe('counterclaim passage', () => {
  it('prints the block as the record holds it', async () => {
    const { code, out } = await passage('--find', 'one of them worked', '--to', 'for it');
    expect(code).toBe(0);
    expect(out).toBe(
      'evidence:\n  passages:\n    - paragraph: 2\n      start: 55\n      end: 80\n      sha256: f181893893293672a6bf7f46ff714762edbc4ed821d3d4ed2e376fa705b74159\n',
    );
  });

  it('lists the places of words that stand in several, and takes the chosen one', async () => {
    const { code, out, err } = await passage('--find', 'authority');
    expect(code).toBe(1);
    expect(err).toContain('the words stand in 2 places: take more words, or choose one with --nth');
    expect(out.split('\n').map((line) => line.slice(0, 24))).toEqual([
      '1. paragraph 1, 115 to 1',
      '2. paragraph 2, 19 to 28',
      '',
    ]);
    expect((await passage('--find', 'authority', '--nth', '2')).out).toContain(
      'paragraph: 2\n      start: 19\n      end: 28\n',
    );
    expect((await passage('--find', 'authority', '--nth', '3')).code).toBe(1);
  });

  it('says that words stand nowhere', async () => {
    const { code, out, err } = await passage('--find', 'nobody said this');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('the words were not found within one paragraph');
  });

  it('prints the digest and the paragraphs when no words are given', async () => {
    const { code, out } = await passage();
    expect(code).toBe(0);
    expect(out).toMatch(/^textDigest: 83f6261ea9[0-9a-f]{54}\n\n\[1\] Explosions[^]+\n\[3\] “We were not there”/);
  });

  it('names the document that is not there', async () => {
    const { code, err } = await call('passage', 'other', '--sources', fixture('texts'), '--find', 'x');
    expect(code).toBe(2);
    expect(err).toBe(`${fixture('texts')}/other.txt does not exist: save the document's text there, in UTF-8\n`);
  });

  it.each(['0', '1.5', 'two'])('refuses --nth %s', async (nth) => {
    expect((await passage('--find', 'authority', '--nth', nth)).code).toBe(2);
  });
});
