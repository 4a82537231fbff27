import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { uniqueSlug } from './unique-slug.ts';

describe('unique-slug', () => {
  it('names the line of the other claim', () => {
    expect(found(uniqueSlug, { 'sources/s.yml': sourceWith('slug: toll', 'slug: other', 'slug: toll') })).toEqual([
      'sources/s.yml:5:11 the slug toll is that of the claim in line 3; give one of the two another slug',
    ]);
  });

  it('lets two sources use one slug', () => {
    expect(
      found(uniqueSlug, { 'sources/s.yml': sourceWith('slug: toll'), 'sources/t.yml': sourceWith('slug: toll') }),
    ).toEqual([]);
  });
});
