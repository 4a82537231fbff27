import { describe, expect, it } from 'vitest';
import { found, sourceWith } from '../testing/records.ts';
import { repeatedAnswer } from './repeated-answer.ts';

const repeating = (body: string, first: string) =>
  found(repeatedAnswer, {
    'sources/s.yml': sourceWith(`slug: a\nrelations: { repeats: s/b }\nbody: ${body}`, `slug: b\nbody: ${first}`),
  });

const killed = (quantity: string, more = '') =>
  `{ kind: casualties, outcome: killed, persons: all, ${more}quantity: ${quantity} }`;

describe('repeated-answer', () => {
  it('refuses another number, and says both', () => {
    expect(repeating(killed('{ bound: exact, value: 5 }'), killed('{ bound: exact, value: 7 }'))).toEqual([
      'sources/s.yml:4:27 the quantity is {"bound":"exact","value":5}, and {"bound":"exact","value":7} in s/b, which it repeats; take repeats away where it is a statement of its own, or correct one of the two',
    ]);
    expect(repeating(killed('{ bound: none-known }'), killed('{ bound: none }'))).toHaveLength(1);
  });

  it('refuses the answer to another question, or another answer', () => {
    expect(
      repeating(killed('{ bound: exact, value: 5 }', 'scope: hospital, '), killed('{ bound: exact, value: 5 }')),
    ).toEqual([expect.stringContaining('scope is "hospital", and none in s/b')]);
    const stance = (word: string) => `{ kind: responsibility, stance: ${word}, actors: [x] }`;
    expect(repeating(stance('suspects'), stance('accuses'))).toEqual([
      expect.stringContaining('stance is "suspects", and "accuses" in s/b'),
    ]);
  });

  it('accepts another hedge, weapon or clock time', () => {
    expect(repeating(killed('{ bound: at-least, value: 5 }'), killed('{ bound: exact, value: 5 }'))).toEqual([]);
    const fired = (weapon: string) =>
      `{ kind: munitions, class: projectile, weapon: ${weapon}, fate: fired, quantity: { bound: exact, value: 5 } }`;
    expect(repeating(fired('mortar'), fired('rocket'))).toEqual([]);
    const time = (value: string) => `{ kind: time, of: start, value: ${value} }`;
    expect(repeating(time('2020-01-02T09:30+01:00'), time('2020-01-02T09:36+01:00'))).toEqual([]);
  });

  it('leaves claims of another kind, and those that do not exist, to other rules', () => {
    expect(repeating('{ kind: statement }', '{ kind: reaction, stance: mourns }')).toEqual([]);
    expect(
      found(repeatedAnswer, { 'sources/s.yml': sourceWith('slug: a\nrelations: { repeats: s/x }\nbody: {}') }),
    ).toEqual([]);
  });
});
