import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { digest } from './digest.ts';

const good = '0123456789abcdef'.repeat(4);
const source = (textDigest: string, sha256: string) =>
  found(digest, {
    'sources/s.yml': `textDigest: ${textDigest}\n${sourceWith(`slug: a\nevidence:\n  passages:\n    - { sha256: ${sha256} }`)}`,
  });

describe('digest', () => {
  it('counts the digits', () => {
    expect(source(good.slice(1), good)).toEqual([
      'sources/s.yml:1:13 the digest has 63 digits, not 64; take it from counterclaim passage, without --find',
    ]);
  });

  it('refuses what is not hexadecimal, and capitals', () => {
    expect(source(good, `g${good.slice(1)}`)).toHaveLength(1);
    expect(source(good, good.toUpperCase())).toEqual([`sources/s.yml:7:21 the digest has capitals; write ${good}`]);
  });

  it('wants the digest of a text of which passages are cited', () => {
    const files = { 'sources/s.yml': sourceWith(`slug: a\nevidence: { passages: [{ sha256: ${good} }] }`) };
    expect(found(digest, files)).toEqual([
      'sources/s.yml:2:1 passages are cited from a text without a digest; add textDigest, from counterclaim passage without --find',
    ]);
    expect(found(digest, { 'sources/s.yml': sourceWith('slug: a\nevidence: { excerpt: true }') })).toEqual([]);
  });

  it('accepts digests', () => {
    expect(source(good, good)).toEqual([]);
  });
});
