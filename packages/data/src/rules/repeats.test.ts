import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { repeats } from './repeats.ts';

const claim = (slug: string, more: string, kind = 'reaction', about = 'e') =>
  `slug: ${slug}\nabout: [${about}]\nbody: { kind: ${kind} }\n${more}`;
const check = (...claims: string[]) => found(repeats, { 'sources/s.yml': sourceWith(...claims) });

describe('repeats', () => {
  it('refuses a claim that repeats itself', () => {
    expect(check(claim('a', 'relations: { repeats: s/a }'))).toEqual([
      'sources/s.yml:6:27 the claim repeats itself; name the claim that said it first, or take repeats away',
    ]);
  });

  it('refuses a circle at each of its links', () => {
    const lines = check(claim('a', 'relations: { repeats: s/b }'), claim('b', 'relations: { repeats: s/a }'));
    expect(lines).toEqual([
      'sources/s.yml:6:27 s/a → s/b → s/a is a circle; let all of them repeat the one that said it first',
      'sources/s.yml:10:27 s/b → s/a → s/b is a circle; let all of them repeat the one that said it first',
    ]);
  });

  it('refuses another kind and another event', () => {
    const lines = check(claim('a', ''), claim('b', 'relations: { repeats: s/a }', 'occurrence', 'f'));
    expect(lines.map((line) => line.split('; ')[0])).toEqual([
      'sources/s.yml:9:27 a claim of kind "occurrence" repeats one of kind "reaction"',
      'sources/s.yml:9:27 s/a is about another event',
    ]);
  });

  it('accepts a chain', () => {
    expect(
      check(claim('a', ''), claim('b', 'relations: { repeats: s/a }'), claim('c', 'relations: { repeats: s/b }')),
    ).toEqual([]);
  });
});
