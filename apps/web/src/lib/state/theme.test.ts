import { expect, test } from 'vitest';
import { parseTheme } from './theme.ts';

test('a cookie that is no theme follows the system', () => {
  expect(parseTheme('dark')).toBe('dark');
  expect(parseTheme('light')).toBe('light');
  expect(parseTheme(undefined)).toBe('system');
  expect(parseTheme('"><script>')).toBe('system');
});
