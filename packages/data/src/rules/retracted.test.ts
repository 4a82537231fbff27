import { describe, expect, it } from 'vitest';
import { found, releaseOf, sourceWith, tolls } from '../testing/records.ts';
import { retracted } from './retracted.ts';

const GONE = "retracted: { date: '2020-04-01', reason: R }";

describe('retracted', () => {
  it('lets nothing that stands name what was taken back', () => {
    const files = {
      'actors/a.yml': `id: a\n${GONE}`,
      'actors/b.yml': 'partOf: a',
      'places/p.yml': `id: p\n${GONE}`,
      'events/e.yml': `id: e\n${GONE}`,
      'events/f.yml': 'partOf: e\nplaces: [{ place: p }]',
      'sources/s.yml': `publisher: a\n${sourceWith('slug: x\nabout: [f, e]')}`,
    };
    expect(found(retracted, files)).toEqual([
      'actors/b.yml:1:9 "a" was retracted; name another actor and tell it in corrections, or retract this too',
      'events/f.yml:1:9 "e" was retracted; name another event and tell it in corrections, or retract this too',
      'events/f.yml:2:19 "p" was retracted; name another place and tell it in corrections, or retract this too',
      'sources/s.yml:1:12 "a" was retracted; name another actor and tell it in corrections, or retract this too',
      'sources/s.yml:5:16 "e" was retracted; name another event and tell it in corrections, or retract this too',
    ]);
  });

  it('takes the claims of a source along with it', () => {
    const files = {
      'events/e.yml': `id: e\n${GONE}`,
      'sources/gone.yml': `${GONE}\n${sourceWith('slug: x\nabout: [e]\nrelations: { repeats: gone/y }', `slug: y\n${GONE}`)}`,
      'sources/s.yml': sourceWith('slug: x\nrelations: { repeats: gone/x, respondsTo: [gone/y] }'),
    };
    expect(found(retracted, files)).toEqual([
      'sources/s.yml:4:27 "gone/x" was, with its source, retracted; name another claim, or take the relation away and tell it in corrections, or retract this too',
      'sources/s.yml:4:48 "gone/y" was retracted; name another claim, or take the relation away and tell it in corrections, or retract this too',
    ]);
  });

  it('lets what was taken back name it', () => {
    const files = {
      'actors/a.yml': `id: a\n${GONE}`,
      'actors/b.yml': `partOf: a\n${GONE}`,
      'sources/s.yml': sourceWith(`slug: x\nclaimant: a\n${GONE}`),
    };
    expect(found(retracted, files)).toEqual([]);
  });

  it('wants a day that is not before the release in which the record stood', () => {
    const world = (more = '') => ({ 'sources/s.yml': tolls(['toll', 7, more]) });
    const on = (day: string) => world(GONE.replace('2020-04-01', day));
    expect(found(retracted, on('2020-03-31'), releaseOf(world()))).toEqual([]);
    expect(found(retracted, on('2020-03-30'), releaseOf(world()))).toEqual([
      'sources/s.yml:17:24 release 2020.1 of 2020-03-31 is without this retraction of 2020-03-30; write the day on which it was made: that of the release, or a later one',
    ]);
    expect(found(retracted, on('2020-03-30'), releaseOf(on('2020-03-30')))).toEqual([]);
  });
});
