import { describe, expect, it } from 'vitest';
import { found, releaseOf, sourceWith } from '../testing/records.ts';
import { eventIsClaimed } from './event-is-claimed.ts';

describe('event-is-claimed', () => {
  it('refuses an event without a claim and without a place', () => {
    expect(found(eventIsClaimed, { 'events/e.yml': 'id: e\nplaces: []' })).toEqual([
      'events/e.yml:1:1 no claim is about e; code a claim that names it in about, or take the file away',
      'events/e.yml:2:1 the event has no place; add one to places: where nothing closer is known, the country',
    ]);
  });

  it('does not take a part for a claim', () => {
    const files = {
      'events/e.yml': 'id: e',
      'events/part.yml': 'partOf: e',
      'sources/s.yml': sourceWith('slug: a\nabout: [part]'),
    };
    expect(found(eventIsClaimed, files)).toHaveLength(1);
  });

  it('does not count claims that were taken back, and asks nothing of an event that was', () => {
    const gone = "retracted: { date: '2020-01-01', reason: R }";
    const files = {
      'events/e.yml': 'id: e',
      'events/f.yml': `id: f\n${gone}`,
      'sources/s.yml': sourceWith(`slug: a\nabout: [e]\n${gone}`),
      'sources/t.yml': `${gone}\n${sourceWith('slug: a\nabout: [e]')}`,
    };
    expect(found(eventIsClaimed, files)).toEqual([
      'events/e.yml:1:1 no claim is about e; code a claim that names it in about, or take the file away',
    ]);
  });

  it('has a released event retracted rather than taken away', () => {
    const event = 'id: e\ntitle: T\nkind: attack\ntime: 2020-01\nzone: UTC\nplaces: [{ place: p, role: struck }]\n';
    expect(found(eventIsClaimed, { 'events/e.yml': event }, releaseOf({ 'events/e.yml': event }))).toEqual([
      'events/e.yml:1:1 no claim is about e; code a claim that names it in about, or retract it',
    ]);
  });

  it('accepts an event with a place and a claim', () => {
    const files = { 'events/e.yml': 'places: [{ place: p }]', 'sources/s.yml': sourceWith('slug: a\nabout: [e]') };
    expect(found(eventIsClaimed, files)).toEqual([]);
  });
});
