import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
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

  it('accepts an event with a place and a claim', () => {
    const files = { 'events/e.yml': 'places: [{ place: p }]', 'sources/s.yml': sourceWith('slug: a\nabout: [e]') };
    expect(found(eventIsClaimed, files)).toEqual([]);
  });
});
