import { expect, test } from 'vitest';
import { comparisonUrl, idsIn } from './comparison-query.ts';

test.each([
  ['', []],
  ['ids=', []],
  ['ids=a~b', ['a', 'b']],
  ['ids=b&ids=a', ['b', 'a']],
  ['ids=a~b&ids=c', ['a', 'b', 'c']],
  ['ids=a~~+a+~', ['a', 'a']],
])('%j asks for %j', (search, ids) => {
  expect(idsIn(new URLSearchParams(search))).toEqual(ids);
});

test('an address reads back as it was written', () => {
  expect(comparisonUrl(['a', 'b'])).toBe('/compare?ids=a~b');
  expect(comparisonUrl(['a', 'b'], '2021-07-20')).toBe('/compare?ids=a~b&asOf=2021-07-20');
  expect(comparisonUrl([])).toBe('/compare');
  expect(comparisonUrl([], '2021')).toBe('/compare?asOf=2021');
  const odd = ['a&b', 'ç#?'];
  expect(idsIn(new URL(comparisonUrl(odd), 'http://here.invalid').searchParams)).toEqual(odd);
});
