import { expect, test } from 'vitest';
import { fitText, wrapText } from './text.ts';

test('lines break between words, and within a word that is longer than a line', () => {
  // Ten letters a line.
  expect(wrapText('one two three', 100, 20)).toEqual(['one two', 'three']);
  expect(wrapText('https://example.org/x', 100, 20)).toEqual(['https://ex', 'ample.org/', 'x']);
  expect(wrapText('a https://example.org', 100, 20)).toEqual(['a', 'https://ex', 'ample.org']);
  expect(wrapText('  ', 100, 20)).toEqual([]);
});

test('nothing of a text is lost by breaking it', () => {
  const text = 'The Ministry of Interior Affairs of Afghanistan accused the Taliban, who denied it.';
  for (const width of [30, 80, 200, 2000])
    expect(wrapText(text, width, 14).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});

test('what does not fit says so', () => {
  expect(fitText('one two three four', 100, 20, 2)).toEqual(['one two', 'three four']);
  expect(fitText('one two three four five', 100, 20, 2)).toEqual(['one two', 'three…']);
  expect(fitText('https://example.org', 100, 20)).toEqual(['https://e…']);
  expect(fitText('one, two three', 100, 20)).toEqual(['one, two…']);
  expect(fitText('one', 100, 20)).toEqual(['one']);
});
