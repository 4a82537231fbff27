import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { excerpt } from './excerpt.ts';

describe('excerpt', () => {
  const source = sourceWith('slug: a\nevidence: { excerpt: true }', 'slug: b\nevidence: { excerpt: true }');

  it('wants a URL once, where the first excerpt stands', () => {
    expect(found(excerpt, { 'sources/s.yml': source })).toEqual([
      'sources/s.yml:4:5 only an excerpt was seen, and the source has no URL; add url to the source, or cite passages of its text',
    ]);
  });

  it('accepts a source with a URL, and one with passages', () => {
    expect(found(excerpt, { 'sources/s.yml': `url: https://example.org/\n${source}` })).toEqual([]);
    expect(found(excerpt, { 'sources/s.yml': sourceWith('slug: a\nevidence: { passages: [] }') })).toEqual([]);
  });
});
