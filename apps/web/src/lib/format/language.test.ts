import { expect, test } from 'vitest';
import { directionOf, formatLanguage } from './language.ts';

test('languages by name, with or without a region', () => {
  expect(formatLanguage('fa')).toBe('Persian');
  expect(formatLanguage('fa-AF')).toBe('Persian');
  expect(formatLanguage('tlh')).toBe('tlh');
});

test('direction by language, and by script where the tag names one', () => {
  expect(['fa', 'ps', 'ar', 'ur-PK'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(directionOf('en')).toBe('ltr');
  expect(directionOf('fa-Latn')).toBe('ltr');
  expect(directionOf('uz-Arab-AF')).toBe('rtl');
});
