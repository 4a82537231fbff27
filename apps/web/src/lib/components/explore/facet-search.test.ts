import { expect, test } from 'vitest';
import { activeAfter, searchOptions } from './facet-search.ts';

const options = ['Agence France-Presse', 'Taliban', 'Presidency of Afghanistan', 'كابل', 'Associated Press'].map(
  (label) => ({ label }),
);
const found = (text: string, most = 9): string[] => searchOptions(options, text, most).map(({ label }) => label);

test('every word begins a word of the name, whatever its case and letter forms', () => {
  expect(found('press')).toEqual(['Agence France-Presse', 'Associated Press']);
  expect(found('PRES af')).toEqual(['Presidency of Afghanistan']);
  expect(found('iban')).toEqual([]);
  expect(found('کابل')).toEqual(['كابل']);
});

test('without words nothing is found, and no more than asked', () => {
  expect(found(' - ')).toEqual([]);
  expect(found('a', 1)).toEqual(['Agence France-Presse']);
});

test('arrows go round', () => {
  expect(activeAfter('ArrowDown', -1, 3)).toBe(0);
  expect(activeAfter('ArrowDown', 2, 3)).toBe(0);
  expect(activeAfter('ArrowUp', 0, 3)).toBe(2);
  expect(activeAfter('ArrowUp', -1, 3)).toBe(2);
  expect(activeAfter('ArrowDown', -1, 0)).toBe(-1);
});
