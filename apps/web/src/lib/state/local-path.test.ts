import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test('a path of this site is kept', () => {
  expect(localPath('/events?status=contested~claimed')).toBe('/events?status=contested~claimed');
});

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  '',
  null,
])('anything else leads home: %s', (text) => {
  expect(localPath(text)).toBe('/');
});
