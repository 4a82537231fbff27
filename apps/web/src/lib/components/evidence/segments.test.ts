import { describe, expect, test } from 'vitest';
import { type Mark, segmentsOf } from './segments.ts';

const mark = (pair: number, start: number, end: number): Mark => ({
  pair,
  start,
  end,
  anchor: `passage-${pair}`,
  verdict: 'match',
});
const shown = (paragraph: string, ...marks: Mark[]) =>
  segmentsOf(paragraph, marks).map(({ text, marks: covering, begins, ends }) =>
    [text, covering, begins, ends].map((part) =>
      typeof part === 'string' ? part : part.map(({ pair }) => pair).join(),
    ),
  );

describe('segmentsOf', () => {
  test('leaves a paragraph without passages whole', () => {
    expect(shown('two crates')).toEqual([['two crates', '', '', '']]);
  });

  test('cuts passages that overlap', () => {
    expect(shown('0123456789', mark(1, 1, 6), mark(2, 4, 8))).toEqual([
      ['0', '', '', ''],
      ['123', '1', '1', ''],
      ['45', '1,2', '2', '1'],
      ['67', '2', '', '2'],
      ['89', '', '', ''],
    ]);
  });

  test('cuts passages within others, side by side, and twice the same', () => {
    expect(shown('012345', mark(1, 0, 6), mark(2, 2, 4), mark(3, 2, 4), mark(4, 4, 6))).toEqual([
      ['01', '1', '1', ''],
      ['23', '1,2,3', '2,3', '2,3'],
      ['45', '1,4', '4', '1,4'],
    ]);
  });

  test('counts code points', () => {
    expect(shown('📦📦 café', mark(1, 1, 4))).toEqual([
      ['📦', '', '', ''],
      ['📦 c', '1', '1', '1'],
      ['afé', '', '', ''],
    ]);
  });

  test('loses no letter and begins and ends each passage once, however they lie', () => {
    const paragraph = 'abcdefghij';
    for (let seed = 1; seed <= 200; seed += 1) {
      const marks = [1, 2, 3, 4].map((pair) => {
        const start = (seed * pair * 7) % 9;
        return mark(pair, start, start + 1 + ((seed * (pair + 3)) % (10 - start)));
      });
      const segments = segmentsOf(paragraph, marks);
      expect(segments.map(({ text }) => text).join('')).toBe(paragraph);
      for (const one of marks) {
        const words = segments.filter((segment) => segment.marks.includes(one)).map(({ text }) => text);
        expect(words.join('')).toBe(paragraph.slice(one.start, one.end));
        expect(segments.filter(({ begins }) => begins.includes(one))).toHaveLength(1);
        expect(segments.filter(({ ends }) => ends.includes(one))).toHaveLength(1);
      }
    }
  });
});
