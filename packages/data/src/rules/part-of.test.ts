import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { partOf } from './part-of.ts';

/** The problem of a part against a whole, without its place and remedy. */
const check = (whole: string, part: string, about = 'e') =>
  found(partOf, {
    'sources/s.yml': sourceWith(
      `slug: whole\nabout: [e]\nbody: { ${whole} }`,
      `slug: part\nabout: [${about}]\nrelations: { partOf: s/whole }\nbody: { ${part} }`,
    ),
  }).map((line) => /^sources\/s\.yml:8:26 (.*);/.exec(line)?.[1]);

const injured = 'kind: casualties, outcome: injured, persons: all';
const fired = 'kind: munitions, class: projectile, fate: fired';

describe('part-of', () => {
  it('accepts a scope, a group of persons, an outcome within both, any fate', () => {
    expect(check(injured, `${injured}, scope: harbour`)).toEqual([]);
    expect(check(injured, 'kind: casualties, outcome: injured, persons: children')).toEqual([]);
    expect(check('kind: casualties, outcome: killed-or-injured, persons: all', injured)).toEqual([]);
    expect(check(fired, 'kind: munitions, class: projectile, fate: unexploded')).toEqual([]);
  });

  it('refuses unlike numbers', () => {
    expect(check(injured, fired)).toEqual(['a claim of kind "munitions" is no part of one of kind "casualties"']);
    expect(check(fired, 'kind: munitions, class: device, fate: exploded')).toEqual([
      '"device" are no part of "projectile"',
    ]);
    expect(check('kind: count, measure: arrests', 'kind: count, measure: attackers')).toHaveLength(1);
    expect(check(injured, 'kind: casualties, outcome: killed, persons: all')).toEqual([
      'the killed are no part of the injured',
    ]);
    expect(check('kind: reaction', 'kind: reaction')).toEqual([
      'a claim of kind "reaction" has no number that could have parts',
    ]);
  });

  it('refuses a part that differs in nothing, and one of another event', () => {
    expect(check(injured, injured)).toEqual(['the part differs from the whole in nothing']);
    expect(check(injured, `${injured}, scope: harbour`, 'f')).toEqual(['s/whole is about another event']);
  });

  it('refuses a claim that is part of itself', () => {
    expect(found(partOf, { 'sources/s.yml': sourceWith('slug: a\nrelations: { partOf: s/a }') })).toEqual([
      'sources/s.yml:4:26 the claim is part of itself; name the claim that gives the whole number',
    ]);
  });
});
