import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { offset } from './offset.ts';

const said = (date: string) => found(offset, { 'sources/s.yml': sourceWith(`slug: a\nsaid: ${date}`) });

describe('offset', () => {
  it('refuses a clock time without an offset, and shows the day to cut it to', () => {
    expect(said('2020-11-21T08:40')).toEqual([
      'sources/s.yml:4:11 the clock time 2020-11-21T08:40 has no offset from UTC; add the offset where the document tells it, such as +04:30, or cut it to the day: 2020-11-21',
    ]);
    expect(found(offset, { 'sources/s.yml': 'published: 2020-11-21T08:40\n' })).toHaveLength(1);
  });

  it('looks at both ends of an interval', () => {
    expect(said('2020-11-21T08:40Z/2020-11-21T09:40')).toHaveLength(1);
  });

  it('accepts offsets, days and events’ clock times, which their zone explains', () => {
    expect(said('2020-11-21T08:40+04:30')).toEqual([]);
    expect(said('2020-11-21')).toEqual([]);
    expect(found(offset, { 'events/e.yml': 'time: 2020-11-21T08:40\n' })).toEqual([]);
  });
});
