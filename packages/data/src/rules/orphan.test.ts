import { describe, expect, it } from 'vitest';
import { found, releaseOf, sourceWith } from '../testing/records.ts';
import { orphan } from './orphan.ts';

describe('orphan', () => {
  it('refuses an actor that only another orphan names', () => {
    const files = { 'actors/office.yml': 'partOf: ministry', 'actors/ministry.yml': 'id: ministry' };
    expect(found(orphan, files)).toEqual([
      'actors/ministry.yml:1:1 no source, event or claim names ministry; name it where it speaks or is spoken of, or take the file away',
      'actors/office.yml:1:1 no source, event or claim names office; name it where it speaks or is spoken of, or take the file away',
    ]);
  });

  it('accepts what holds something that is named', () => {
    const files = {
      'actors/office.yml': 'partOf: ministry',
      'actors/ministry.yml': 'id: ministry',
      'places/harbour.yml': 'within: town',
      'places/town.yml': 'id: town',
      'events/e.yml': 'places: [{ place: harbour }]',
      'sources/s.yml': sourceWith('slug: a\nclaimant: { unnamed: a clerk, of: office }'),
    };
    expect(found(orphan, files)).toEqual([]);
  });

  it('asks nothing of what was taken back, and has a released record retracted rather than taken away', () => {
    const actor = 'id: a\nname: A\nkind: state\n';
    expect(found(orphan, { 'actors/a.yml': actor }, releaseOf({ 'actors/a.yml': actor }))).toEqual([
      'actors/a.yml:1:1 no source, event or claim names a; name it where it speaks or is spoken of, or retract it',
    ]);
    expect(found(orphan, { 'actors/a.yml': `${actor}retracted: { date: '2020-04-01', reason: R }` })).toEqual([]);
  });

  it('refuses a source without claims', () => {
    expect(found(orphan, { 'sources/s.yml': 'claims: []' })).toEqual([
      'sources/s.yml:1:1 the source makes no claim; code what it says, or take the file away',
    ]);
  });

  it('is silent about what a file that cannot be read may name', () => {
    const files = { 'actors/office.yml': 'id: office', 'sources/s.yml': 'claims: [\n  claimant: office\n' };
    expect(found(orphan, files).filter((line) => line.startsWith('actors'))).toEqual([]);
    const others = { ...files, 'sources/s.yml': 'claims: [\n  claimant: post-office\n' };
    expect(found(orphan, others).filter((line) => line.startsWith('actors'))).toHaveLength(1);
  });
});
