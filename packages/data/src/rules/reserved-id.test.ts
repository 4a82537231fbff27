import { describe, expect, it } from 'vitest';
import { found } from '../testing/records.ts';
import { reservedId } from './reserved-id.ts';

describe('reserved-id', () => {
  it('refuses an actor unknown, by its file or its id', () => {
    expect(found(reservedId, { 'actors/unknown.yml': 'id: unknown' })).toEqual([
      'actors/unknown.yml:1:5 an actor bears the id unknown; give it another: claims write it for an author whom nobody names',
    ]);
    expect(found(reservedId, { 'actors/a.yml': 'id: unknown' })).toHaveLength(1);
  });

  it('lets a place be unknown', () => {
    expect(found(reservedId, { 'places/unknown.yml': 'id: unknown' })).toEqual([]);
  });
});
