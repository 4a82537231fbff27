import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { reference } from './reference.ts';

describe('reference', () => {
  it('suggests the nearest id', () => {
    const files = {
      'actors/harbour-authority.yml': 'id: harbour-authority',
      'actors/a.yml': 'partOf: harbor-authority',
    };
    expect(found(reference, files)).toEqual([
      'actors/a.yml:1:9 there is no actor "harbor-authority"; write harbour-authority, or add actors/harbor-authority.yml',
    ]);
  });

  it('suggests a new file where nothing is near', () => {
    expect(found(reference, { 'places/a.yml': 'within: elsewhere' })).toEqual([
      'places/a.yml:1:9 there is no place "elsewhere"; add places/elsewhere.yml',
    ]);
  });

  it('tells a wrong source of a claim from a wrong slug', () => {
    const files = {
      'sources/s.yml': sourceWith(
        'slug: toll',
        'slug: b\nrelations: { repeats: s/tol, partOf: t/toll }',
        'slug: c\nrelations: { respondsTo: [toll] }',
      ),
    };
    expect(found(reference, files).map((line) => line.split('; ')[1])).toEqual([
      'write s/toll',
      'there is no source t: add sources/t.yml',
      'write <source-id>/<slug>, perhaps s/toll',
    ]);
  });

  it('takes unknown as an author for a word, and as a claimant for a missing actor', () => {
    const files = {
      'sources/s.yml': sourceWith(
        'slug: a\nclaimant: nobody\nbody: { kind: responsibility, stance: accuses, actors: [unknown] }',
      ),
    };
    expect(found(reference, files)).toHaveLength(1);
  });

  it('does not take a claim of an unreadable source for missing', () => {
    const files = {
      'sources/broken.yml': 'a: [',
      'sources/s.yml': sourceWith('slug: a\nrelations: { repeats: broken/toll }'),
    };
    expect(found(reference, files).filter((line) => line.startsWith('sources/s.yml'))).toEqual([]);
  });
});
