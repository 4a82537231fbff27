import fc from 'fast-check';
import type { Actor, Claim, Dossier, Quantity, Source } from '../src/index.ts';

const small = fc.integer({ min: 2, max: 12 });

export const anyQuantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({
    bound: fc.constantFrom('exact', 'at-least', 'more-than', 'at-most', 'fewer-than', 'about'),
    value: small,
  }),
  fc.tuple(small, small).map(([a, b]): Quantity => ({ bound: 'between', min: Math.min(a, b), max: Math.max(a, b) })),
  fc.record({ bound: fc.constantFrom('none', 'none-known', 'unquantified') }),
);

const actors = [
  { id: 'state', kind: 'state' },
  { id: 'ministry', kind: 'ministry', partOf: 'state' },
  { id: 'spokesman', kind: 'office-holder', partOf: 'ministry' },
  { id: 'police', kind: 'police', partOf: 'ministry' },
  { id: 'group-a', kind: 'armed-group' },
  { id: 'outlet-a', kind: 'outlet', partOf: 'group-a' },
  { id: 'group-b', kind: 'armed-group' },
  { id: 'wire', kind: 'publication' },
  { id: 'paper', kind: 'publication' },
  { id: 'daily', kind: 'publication' },
  { id: 'dataset', kind: 'dataset' },
].map((actor) => ({ name: actor.id, ...actor }) as Actor);

const named = fc.constantFrom(
  'ministry',
  'spokesman',
  'police',
  'group-a',
  'outlet-a',
  'group-b',
  'paper',
  'wire',
  'dataset',
);
const anyClaimant = fc.oneof(
  { weight: 4, arbitrary: named },
  fc.record({ unnamed: fc.constantFrom('an official', 'a witness'), of: fc.constantFrom('ministry', 'group-b') }),
  fc.record({ unnamed: fc.constantFrom('a witness', 'a doctor') }),
);
const anyScope = fc.option(fc.constantFrom('district-1', 'hospital'), { nil: undefined, freq: 3 });

const anyBody: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    kind: fc.constant('casualties'),
    outcome: fc.constantFrom('killed', 'injured', 'killed-or-injured'),
    persons: fc.constantFrom('all', 'all', 'civilians', 'police'),
    scope: anyScope,
    quantity: anyQuantity,
  }),
  fc.record({
    kind: fc.constant('munitions'),
    class: fc.constant('projectile'),
    fate: fc.constantFrom('fired', 'landed', 'unexploded'),
    scope: anyScope,
    quantity: anyQuantity,
  }),
  fc.record({
    kind: fc.constant('responsibility'),
    stance: fc.constantFrom('claims', 'denies', 'accuses', 'suspects', 'exonerates', 'reports', 'declines'),
    actors: fc.uniqueArray(fc.constantFrom<unknown>('group-a', 'group-b', 'ministry', 'unknown'), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({ kind: fc.constant('occurrence'), what: fc.constant('ceasefire'), happened: fc.boolean() }),
  fc.record({ kind: fc.constant('weapon'), weapon: fc.constantFrom('rocket', 'mortar') }),
  fc.record({ kind: fc.constant('statement'), topic: fc.constant('context') }),
);

const anyDay = fc.constantFrom(
  '2020-11-21',
  '2020-11-22',
  '2020-11-23',
  '2020-11',
  '2020-11-21T08:00+04:30',
  '2020-11-21T12:00+04:30',
);
const anyDate = fc.option(anyDay, { nil: undefined, freq: 4 });

const anyClaimDraft = fc.record({
  claimant: anyClaimant,
  source: fc.nat({ max: 5 }),
  said: anyDate,
  modality: fc.constantFrom('asserted', 'asserted', 'asserted', 'initial', 'predicted'),
  basis: fc.option(fc.constant('investigated'), { nil: undefined, freq: 2 }),
  via: fc.option(fc.constantFrom(['wire'], ['paper']), { nil: undefined, freq: 2 }),
  together: fc.boolean(),
  body: anyBody,
  repeats: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
  supersedes: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
  partOf: fc.option(fc.nat(), { nil: undefined, freq: 2 }),
});

const defined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A dossier of up to 14 claims in six documents, with repeats, supersessions and parts that point backwards. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
  .record({
    drafts: fc.array(anyClaimDraft, { maxLength: 14 }),
    published: fc.array(anyDate, { minLength: 6, maxLength: 6 }),
  })
  .map(({ drafts, published }) => {
    const sources = published.map(
      (date, index) =>
        defined({
          id: `source-${index}`,
          title: `document ${index}`,
          publisher: ['paper', 'daily', 'paper'][index % 3],
          wire: index % 2 === 0 ? 'wire' : undefined,
          published: date,
          language: 'en',
          kind: 'article',
        }) as unknown as Source,
    );
    const idAt = (index: number): string => `source-${drafts[index]?.source}/claim-${index}`;
    const earlier = (reference: number | undefined, index: number): string | undefined =>
      reference === undefined || index === 0 ? undefined : idAt(reference % index);
    const claims = drafts.map(({ repeats, supersedes, partOf, together, source, body, ...draft }, index) => {
      const superseded = earlier(supersedes, index);
      return defined({
        ...draft,
        body: defined(body as Record<string, unknown>),
        id: idAt(index),
        source: `source-${source}`,
        about: together ? ['event', 'other-event'] : ['event'],
        evidence: { excerpt: true },
        paraphrase: `claim ${index}`,
        relations: defined({
          repeats: earlier(repeats, index),
          supersedes: superseded && [superseded],
          partOf: earlier(partOf, index),
        }),
      }) as unknown as Claim;
    });
    return {
      event: {
        id: 'event',
        title: 'An event',
        kind: 'attack',
        time: '2020-11-21T08:00+04:30',
        zone: 'Asia/Kabul',
        places: [],
      },
      claims,
      sources,
      actors,
      places: [],
    } as unknown as Dossier;
  });
