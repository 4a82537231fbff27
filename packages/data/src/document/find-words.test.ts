import { passageText } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../sha256.ts';
import { findWords } from './find-words.ts';
import { heldText } from './held-text.ts';

const document = heldText(
  [
    '\uFEFF The harbour office counted 3 crates.  ',
    '',
    'A clerk said “about\nfour” crates\r\nstood there. 📦📦 Later, about four were moved.',
    '',
    'Nobody at the Café said so.',
  ].join('\n'),
);
const places = (from: string, to?: string, held = document) => findWords(held, { from, to }).places;
const texts = (from: string, to?: string) => places(from, to).map(({ text }) => text);

describe('findWords', () => {
  it('gives paragraph, code points and digest of the words', () => {
    expect(places('Later, about four')).toEqual([
      {
        passages: [{ paragraph: 2, start: 49, end: 66, sha256: sha256('Later, about four') }],
        line: 5,
        text: 'Later, about four',
        before: 'aid “about four” crates stood there. 📦📦 ',
        after: ' were moved.',
      },
    ]);
  });

  it('counts a character beyond the basic plane once', () => {
    expect(places('📦 Later')[0]?.passages[0]).toMatchObject({ start: 47, end: 54 });
  });

  it.each(['a clerk said "About four"', 'A clerk said &quot;about&nbsp;four&quot;', 'A CLERK   said “about\n\nfour”'])(
    'does not mind how words are written: %j',
    (words) => {
      expect(texts(words)).toEqual(['A clerk said “about\nfour”']);
    },
  );

  it('does not mind accents on either side', () => {
    expect(texts('at the cafe')).toEqual(['at the Café']);
    expect(texts('harbóur')).toEqual(['harbour']);
  });

  it('takes entities that a text was saved with as what they stand for, and keeps them in the passage', () => {
    const saved = heldText('They wrote &quot;no&quot; twice.');
    expect(places('wrote "no"', undefined, saved).map(({ text }) => text)).toEqual(['wrote &quot;no&quot;']);
  });

  it('lists every place, in the order of the document', () => {
    expect(places('crates').map(({ passages }) => passages[0]?.paragraph)).toEqual([1, 2]);
  });

  it('runs from the first words to the nearest last words', () => {
    expect(texts('A clerk', 'crates')).toEqual(['A clerk said “about\nfour” crates']);
  });

  it('leaves a paragraph only for words that stand in none, and gives each paragraph a passage', () => {
    expect(texts('about', 'moved')).toEqual(['about\nfour” crates\nstood there. 📦📦 Later, about four were moved']);
    // The first of both words stands before the paragraph that has them together.
    expect(texts('crates', 'moved')).toEqual(['crates\nstood there. 📦📦 Later, about four were moved']);
    const [place, ...others] = places('3 crates. A clerk');
    expect(others).toEqual([]);
    expect(place).toMatchObject({
      passages: [
        { paragraph: 1, start: 28, end: 37, sha256: sha256('3 crates.') },
        { paragraph: 2, start: 0, end: 7, sha256: sha256('A clerk') },
      ],
      text: '3 crates.\n\nA clerk',
      before: ' The harbour office counted ',
      after: ' said “about four” crates stood there. 📦',
    });
    expect(places('3 crates', 'Nobody')[0]?.passages.map(({ paragraph, start }) => [paragraph, start])).toEqual([
      [1, 28],
      [2, 0],
      [3, 0],
    ]);
  });

  it('gives passages that the text has', () => {
    for (const words of ['office', 'about four', 'there. 📦📦 later', 'moved. Nobody at the cafe', 'said']) {
      const found = places(words);
      expect(found.length).toBeGreaterThan(0);
      for (const { paragraph, start, end, sha256: digest } of found.flatMap(({ passages }) => passages)) {
        expect(sha256(passageText(document.paragraphs[paragraph - 1] ?? '', start, end) ?? '')).toBe(digest);
      }
    }
  });

  it('takes every character literally', () => {
    expect(places('(if any)? [two] a.b*c', undefined, heldText('What (if any)? [Two] a.b*c'))).toHaveLength(1);
    expect(places('a.b', undefined, heldText('axb'))).toEqual([]);
  });

  it('finds nothing for no words', () => {
    expect(findWords(document, { from: '  ' })).toEqual({ places: [], missing: 'from', nearest: null });
    expect(findWords(document, { from: 'clerk', to: ' ' })).toEqual({ places: [], missing: 'to', nearest: null });
  });

  it('names the place that has most of the words', () => {
    expect(findWords(document, { from: 'the harbour office counted thirty crates' })).toMatchObject({
      places: [],
      missing: 'from',
      nearest: {
        text: 'The harbour office counted',
        matched: 4,
        sought: 6,
        after: ' 3 crates.',
        passages: [{ paragraph: 1, start: 1, end: 27 }],
      },
    });
    expect(findWords(document, { from: 'a clerk', to: 'were removed' })).toMatchObject({
      missing: 'to',
      nearest: { text: 'were', matched: 1, sought: 2 },
    });
    expect(findWords(document, { from: 'zebra' })).toEqual({ places: [], missing: 'from', nearest: null });
  });
});
