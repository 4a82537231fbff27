import { expect, test } from 'vitest';
import { readSourceQuery, sourcesUrl, withoutValue } from './source-query.ts';

test('filters are read and written in one order, empty ones left out', () => {
  const query = readSourceQuery(new URLSearchParams('kind=article&cursor=x&language=fa~ps&q=&publisher=dawn'));
  expect(query).toEqual({ publisher: 'dawn', language: 'fa~ps', kind: 'article' });
  expect(sourcesUrl(query)).toBe('/sources?publisher=dawn&language=fa~ps&kind=article');
  expect(sourcesUrl({})).toBe('/sources');
});

test('one value is taken away, or with the last of them the filter', () => {
  const query = { language: 'fa~ps', kind: 'article' };
  expect(withoutValue(query, 'language', 'fa')).toEqual({ language: 'ps', kind: 'article' });
  expect(withoutValue(query, 'kind', 'article')).toEqual({ language: 'fa~ps' });
});
