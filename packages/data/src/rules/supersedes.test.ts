import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { supersedes } from './supersedes.ts';

const actors = {
  'actors/state.yml': 'kind: state',
  'actors/ministry.yml': 'kind: ministry\npartOf: state',
  'actors/spokesman.yml': 'kind: office-holder\npartOf: ministry',
  'actors/front.yml': 'kind: armed-group',
  'actors/herald.yml': 'kind: publication',
  'actors/wire.yml': 'kind: publication',
};
const claim = (slug: string, claimant: string, more = '') =>
  `slug: ${slug}\nabout: [e]\nclaimant: ${claimant}\n${more}`;
const check = (...claims: string[]) =>
  found(supersedes, { ...actors, 'sources/s.yml': `wire: wire\npublisher: herald\n${sourceWith(...claims)}` });
const replacing = 'relations: { supersedes: [s/a] }';

describe('supersedes', () => {
  it('refuses another body’s word', () => {
    expect(check(claim('a', 'ministry'), claim('b', 'front', replacing))).toEqual([
      'sources/s.yml:11:31 s/a is the word of ministry, not of front; a body replaces only what its own partOf chain said: name respondsTo instead, or correct the claimant or partOf',
    ]);
    expect(check(claim('a', 'ministry'), claim('b', 'front', 'relations: { retracts: [s/a] }'))).toHaveLength(1);
  });

  it('accepts a spokesman, the state above and an unnamed speaker of one chain', () => {
    expect(check(claim('a', 'ministry'), claim('b', 'spokesman', replacing))).toEqual([]);
    expect(check(claim('a', 'spokesman'), claim('b', 'state', replacing))).toEqual([]);
    expect(check(claim('a', '{ unnamed: an official, of: ministry }'), claim('b', 'state', replacing))).toEqual([]);
  });

  it('takes an unnamed person by the label', () => {
    expect(check(claim('a', '{ unnamed: a nurse }'), claim('b', '{ unnamed: a nurse }', replacing))).toEqual([]);
    expect(check(claim('a', '{ unnamed: a nurse }'), claim('b', '{ unnamed: a clerk }', replacing))).toHaveLength(1);
    expect(check(claim('a', '{ unnamed: a nurse }'), claim('b', 'ministry', replacing))).toHaveLength(1);
  });

  it('takes a publication’s sentence for that of its wire', () => {
    expect(check(claim('a', 'wire'), claim('b', 'herald', replacing))).toEqual([]);
    expect(check(claim('a', 'wire'), claim('b', 'herald', `wire: herald\n${replacing}`))).toHaveLength(1);
  });

  it('refuses itself, at any distance', () => {
    const lines = check(claim('a', 'front', 'relations: { supersedes: [s/b] }'), claim('b', 'front', replacing));
    expect(lines).toEqual([
      'sources/s.yml:8:31 the claim supersedes itself, by way of s/b; take supersedes away from the earlier claim',
      'sources/s.yml:12:31 the claim supersedes itself, by way of s/a; take supersedes away from the earlier claim',
    ]);
  });

  it('refuses a claim that was said later, and one about another event', () => {
    expect(
      check(claim('a', 'front', 'said: 2020-01-03\n'), claim('b', 'front', `said: 2020-01-02\n${replacing}`)),
    ).toEqual([
      'sources/s.yml:13:31 s/a was said later, 2020-01-03 after 2020-01-02; turn the relation round, or correct the dates',
    ]);
    expect(
      check(claim('a', 'front', 'said: 2020-01-02\n'), claim('b', 'front', `said: 2020-01-02\n${replacing}`)),
    ).toEqual([]);
    expect(check(claim('a', 'front').replace('[e]', '[f]'), claim('b', 'front', replacing))).toEqual([
      'sources/s.yml:11:31 s/a is about another event; take it from supersedes, or correct about',
    ]);
  });
});
