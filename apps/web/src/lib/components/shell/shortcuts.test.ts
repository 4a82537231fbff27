import { expect, test } from 'vitest';
import { neighbour, shortcutOf } from './shortcuts.ts';

const press = (key: string, more: object = {}) =>
  shortcutOf({ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, target: null, ...more });

test('four keys, and no other', () => {
  expect(['/', 'j', 'k', '?', 'J', 'x', 'Enter'].map((key) => press(key))).toEqual([
    'search',
    'next',
    'previous',
    'help',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a modifier, or a key that somebody else answered, is none', () => {
  expect(press('j', { ctrlKey: true })).toBeUndefined();
  expect(press('k', { metaKey: true })).toBeUndefined();
  expect(press('/', { altKey: true })).toBeUndefined();
  expect(press('/', { defaultPrevented: true })).toBeUndefined();
});

test('keys are text where somebody types', () => {
  const within = (selector: string) => ({
    target: { closest: (asked: string) => (asked.includes(selector) ? {} : null) },
  });
  expect(press('j', within('textarea'))).toBeUndefined();
  expect(press('?', within('dialog'))).toBeUndefined();
  expect(press('?', within('nothing of the kind'))).toBe('help');
});

test('the list ends at both ends', () => {
  const items = ['a', 'b', 'c'];
  expect(neighbour(items, -1, 'next')).toBe('a');
  expect(neighbour(items, -1, 'previous')).toBeUndefined();
  expect(neighbour(items, 1, 'next')).toBe('c');
  expect(neighbour(items, 2, 'next')).toBeUndefined();
  expect(neighbour(items, 0, 'previous')).toBeUndefined();
});
