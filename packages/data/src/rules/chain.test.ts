import { describe, expect, it } from 'vitest';
import { found } from '../testing/records.ts';
import { chain } from './chain.ts';

describe('chain', () => {
  it('refuses a circle at each of its links, and nothing that merely leads into it', () => {
    const files = { 'actors/a.yml': 'partOf: b', 'actors/b.yml': 'partOf: a', 'actors/c.yml': 'partOf: a' };
    expect(found(chain, files)).toEqual([
      'actors/a.yml:1:9 a → b → a is a circle; take partOf away from one of them',
      'actors/b.yml:1:9 b → a → b is a circle; take partOf away from one of them',
    ]);
  });

  it('refuses a place within itself and an event that is part of itself', () => {
    expect(found(chain, { 'places/p.yml': 'within: p', 'events/e.yml': 'partOf: e' })).toHaveLength(2);
  });

  it('accepts a chain', () => {
    expect(found(chain, { 'actors/a.yml': 'partOf: b', 'actors/b.yml': 'partOf: c' })).toEqual([]);
  });
});
