import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { quantity } from './quantity.ts';

const between = (numbers: string) =>
  found(quantity, { 'sources/s.yml': sourceWith(`slug: a\nbody: { quantity: { bound: between, ${numbers} } }`) });

describe('quantity', () => {
  it('refuses min above max', () => {
    expect(between('min: 5, max: 3')).toEqual(['sources/s.yml:4:46 min 5 is above max 3; swap the two numbers']);
  });

  it('refuses a best outside', () => {
    expect(between('min: 3, max: 5, best: 6')).toEqual([
      'sources/s.yml:4:63 best 6 lies outside 3 to 5; correct it, or take best away',
    ]);
  });

  it('accepts numbers in order', () => {
    expect(between('min: 3, max: 3, best: 3')).toEqual([]);
  });
});
