import { actorsNamed, type Claim, CLAIM_KINDS, placesNamed } from '@counterclaim/domain';
import { describe, expect, it } from 'vitest';
import { claimRecordSchema } from '../schema/record.ts';
import { recordsOf } from '../testing/records.ts';

/** One body of each kind that names every actor and place it can. */
const bodies = [
  '{ kind: responsibility, stance: accuses, actors: [a1, { unnamed: x, of: a2 }, unknown] }',
  '{ kind: casualties, outcome: killed, persons: all, of: a1, scope: p1, quantity: { bound: none } }',
  '{ kind: munitions, class: device, fate: exploded, scope: p1, quantity: { bound: none } }',
  '{ kind: weapon, weapon: rocket }',
  '{ kind: count, measure: arrests, scope: p1, by: a1, quantity: { bound: none } }',
  '{ kind: launch, from: { place: p1 } }',
  '{ kind: launch, from: { vehicle: pickup truck } }',
  '{ kind: target, relation: struck, target: { place: p1 } }',
  '{ kind: target, relation: struck, target: { actor: a1 } }',
  '{ kind: damage, object: roof, extent: burnt, scope: p1 }',
  '{ kind: parties, sides: [a1, { unnamed: x, of: a2 }] }',
  "{ kind: time, of: start, value: '2020' }",
  '{ kind: location, place: p1 }',
  '{ kind: occurrence, what: ceasefire, happened: true }',
  '{ kind: reaction, stance: warns }',
  '{ kind: statement, topic: context }',
];

const source = `claims:\n${bodies
  .map(
    (body, index) => `
  - slug: c${index}
    about: [e1, e2]
    claimant: { unnamed: x, of: a3 }
    via: [a4, a5]
    wire: a6
    evidence: { excerpt: true }
    paraphrase: x
    relations: { repeats: s/a, partOf: s/b, supersedes: [s/c], retracts: [s/d], respondsTo: [s/e] }
    body: ${body}
`,
  )
  .join('')}`;

describe('referencesOf', () => {
  const records = recordsOf({ 'sources/s.yml': source });
  const claims = records.of('sources').flatMap((record) => record.get('claims').items);

  it('is tried with claims of every kind', () => {
    const kinds = claims.map(({ value }) => claimRecordSchema.parse(value).body.kind);
    expect(new Set(kinds)).toEqual(new Set(CLAIM_KINDS));
  });

  it.each(claims.map((claim, index) => [bodies[index] ?? '', claim] as const))(
    'finds what the domain finds in %s',
    (_, claim) => {
      const named = (to: string) =>
        records.references
          .filter((one) => one.to === to && one.field.path[1] === claim.path[1])
          .map(({ id }) => id)
          .sort();
      const value = claim.value as Claim;
      expect(named('actors')).toEqual([...actorsNamed(value)].sort());
      expect(named('places')).toEqual([...placesNamed(value.body)].sort());
      expect(named('events')).toEqual(['e1', 'e2']);
      expect(named('claims')).toEqual(['s/a', 's/b', 's/c', 's/d', 's/e']);
    },
  );

  it('finds what actors, places, events and sources name', () => {
    const { references } = recordsOf({
      'actors/a.yml': 'partOf: b',
      'places/p.yml': 'within: q',
      'events/e.yml': 'partOf: f\nplaces: [{ place: p }]',
      'sources/s.yml': 'publisher: a\nwire: b',
    });
    expect(references.map(({ to, id }) => `${to} ${id}`)).toEqual([
      'actors b',
      'places q',
      'events f',
      'places p',
      'actors a',
      'actors b',
    ]);
  });
});
