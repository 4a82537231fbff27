import { describe, expect, it } from 'vitest';
import { found } from '../testing/records.ts';
import { timeZone } from './time-zone.ts';

describe('time-zone', () => {
  it('names the nearest zone that exists', () => {
    expect(found(timeZone, { 'events/e.yml': 'zone: Asia/Kabull\n' })).toEqual([
      'events/e.yml:1:7 "Asia/Kabull" is no IANA time zone; write Asia/Kabul',
    ]);
  });

  it('refuses an offset', () => {
    expect(found(timeZone, { 'events/e.yml': "zone: '+04:30'\n" })).toHaveLength(1);
  });

  it('accepts a zone', () => {
    expect(found(timeZone, { 'events/e.yml': 'zone: Asia/Kabul\n' })).toEqual([]);
  });
});
