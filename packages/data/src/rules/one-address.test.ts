import { describe, expect, it } from 'vitest';
import { found } from '../testing/records.ts';
import { oneAddress } from './one-address.ts';

const at = (first: string, second: string) =>
  found(oneAddress, { 'sources/a.yml': `url: ${first}`, 'sources/b.yml': `url: ${second}` });

describe('one-address', () => {
  it('refuses a second source of one address, however it is written', () => {
    expect(at('https://paper.example/1', 'http://www.paper.example/1/#top')).toEqual([
      'sources/b.yml:1:6 the url is that of "a"; put the claims into sources/a.yml, or correct the url',
    ]);
  });

  it('accepts addresses that differ', () => {
    expect(at('https://paper.example/?p=1', 'https://paper.example/?p=2')).toEqual([]);
    expect(at('https://paper.example/A', 'https://paper.example/a')).toEqual([]);
  });
});
