import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDossier } from '../test/arbitrary.ts';
import { assess, type Assessment } from './assess.ts';
import type { Claim } from './claim.ts';
import { assessmentHistory } from './history.ts';
import { type ClaimId, claimIdOf, ensureActorId, ensureSourceId, sourceIdOf } from './identifier.ts';
import type { Dossier } from './ledger.ts';
import type { Source } from './source.ts';
import { utterancesOf } from './statement.ts';

const instants = [
  '2020-11-20T00:00Z',
  '2020-11-21T03:31Z',
  '2020-11-21T19:30Z',
  '2020-11-22T12:00Z',
  '2020-12-01T00:00Z',
].map(Date.parse);
const anyInstant = fc.constantFrom(undefined, ...instants);
const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

/** What repeats must leave alone: everything but counts of origins, lists of claims and dates of answers. */
const answersAlone = ({ attribution, questions }: Assessment) => ({
  attribution: { ...attribution, because: undefined },
  questions: questions.map(({ key, agreement, range, pairs, positions }) => ({
    key,
    agreement,
    range,
    pairs,
    positions: positions.map(({ owner, answers, course, floor, restatement }) => ({
      owner,
      answers,
      course,
      floor,
      restatement,
    })),
  })),
});

/** A copy of a claim in a document of its own, which repeats it. */
function withRepeat(dossier: Dossier, original: Claim, wire: string): Dossier {
  const source = ensureSourceId('later-copy');

  const copy: Claim = {
    ...original,
    id: claimIdOf(source, 'copy'),
    source,
    wire: ensureActorId(wire),
    relations: { repeats: original.id },
  };
  delete copy.said;
  const document: Source = {
    id: source,
    title: 'a copy',
    publisher: ensureActorId('daily'),
    wire: ensureActorId(wire),
    published: '2021',
    language: 'en',
    kind: 'article',
  };
  return { ...dossier, claims: [...dossier.claims, copy], sources: [...dossier.sources, document] };
}

describe('assess', () => {
  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(
        anyDossier.chain((dossier) =>
          fc.record({
            dossier: fc.constant(dossier),
            claims: shuffled(dossier.claims),
            sources: shuffled(dossier.sources),
            actors: shuffled(dossier.actors),
          }),
        ),
        anyInstant,
        ({ dossier, ...order }, asOf) => {
          expect(assess({ ...dossier, ...order }, { asOf })).toEqual(assess(dossier, { asOf }));
        },
      ),
    );
  });

  it('gives the same answers however often a statement is repeated', () => {
    fc.assert(
      fc.property(anyDossier, fc.nat(), (dossier, pick) => {
        const original = dossier.claims[pick % Math.max(1, dossier.claims.length)];
        fc.pre(original !== undefined);
        expect(answersAlone(assess(withRepeat(dossier, original, 'wire')))).toEqual(answersAlone(assess(dossier)));
      }),
    );
  });

  it('counts a syndicated copy of one wire text as no further origin', () => {
    fc.assert(
      fc.property(anyDossier, fc.nat(), (dossier, pick) => {
        const originals = utterancesOf(dossier).all.filter(
          ({ origin, claim }) => origin === 'wire' && claim.via === undefined,
        );
        const original = originals[pick % Math.max(1, originals.length)]?.claim;
        fc.pre(original !== undefined);
        const origins = (assessment: Assessment) =>
          assessment.questions.map(({ key, positions }) => [key, positions.map((position) => position.origins)]);
        expect(origins(assess(withRepeat(dossier, original, 'wire')))).toEqual(origins(assess(dossier)));
      }),
    );
  });

  it('takes a supersession once, however often it is said', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const twice = dossier.claims.map((claim) =>
          claim.relations?.supersedes === undefined
            ? claim
            : {
                ...claim,
                relations: {
                  ...claim.relations,
                  supersedes: [...claim.relations.supersedes, ...claim.relations.supersedes],
                },
              },
        );
        expect(assess({ ...dossier, claims: twice })).toEqual(assess(dossier));
      }),
    );
  });

  it('keeps low at or below high', () => {
    fc.assert(
      fc.property(anyDossier, anyInstant, (dossier, asOf) => {
        for (const { range } of assess(dossier, { asOf }).questions)
          if (range !== null) expect(range.low).toBeLessThanOrEqual(range.high);
      }),
    );
  });

  it('cites existing claims for every derived value', () => {
    fc.assert(
      fc.property(anyDossier, anyInstant, (dossier, asOf) => {
        const assessment = assess(dossier, { asOf });
        const ids = new Set(dossier.claims.map(({ id }) => id));
        const reasons = [
          ...assessment.attribution.because,
          ...assessment.breakdowns.flatMap((breakdown) => breakdown.because),
          ...assessment.questions.flatMap((question) => [
            ...question.because,
            ...question.positions.flatMap((position) => position.because),
          ]),
        ];
        for (const { claims } of reasons) for (const id of claims) expect(ids).toContain(id);
        for (const question of assessment.questions) {
          expect(question.because.length).toBeGreaterThan(0);
          for (const { claims, because } of question.positions) {
            expect(claims.length).toBeGreaterThan(0);
            expect(because.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('as of an instant uses no claim known later, and lists none of those it uses as pending', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...instants), (dossier, asOf) => {
        const known = new Map(utterancesOf(dossier).all.map(({ claim, known }) => [claim.id, known]));
        const assessment = assess(dossier, { asOf });
        for (const { positions } of assessment.questions) {
          for (const id of positions.flatMap(({ claims }) => claims)) {
            expect(known.get(id)).toBeLessThanOrEqual(asOf);
            expect(assessment.pending).not.toContain(id);
          }
        }
      }),
    );
  });

  it('as of an instant does not change when a statement is added that became known later', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...instants), (dossier, asOf) => {
        const earlier = withoutStatementsAfter(dossier, asOf);
        expect({ ...assess(dossier, { asOf }), pending: [] }).toEqual({ ...assess(earlier, { asOf }), pending: [] });
      }),
    );
  });

  it('as of an instant keeps its answers when a later document repeats a known statement', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...instants), fc.nat(), (dossier, asOf, pick) => {
        const original = dossier.claims[pick % Math.max(1, dossier.claims.length)];
        fc.pre(original !== undefined);
        expect(answersAlone(assess(withRepeat(dossier, original, 'paper'), { asOf }))).toEqual(
          answersAlone(assess(dossier, { asOf })),
        );
      }),
    );
  });
});

/** The dossier as it would be without the statements that became known after an instant. */
function withoutStatementsAfter(dossier: Dossier, asOf: number): Dossier {
  const kept = new Set<ClaimId>(
    utterancesOf(dossier)
      .all.filter(({ known }) => known <= asOf)
      .map(({ claim }) => claim.id),
  );
  return {
    ...dossier,
    claims: dossier.claims.filter(({ id }) => kept.has(id)),
    sources: dossier.sources.filter(({ id }) =>
      dossier.claims.some((claim) => kept.has(claim.id) && sourceIdOf(claim.id) === id),
    ),
  };
}

describe('assessmentHistory', () => {
  it('at t equals assess as of t', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...instants), (dossier, asOf) => {
        const pieces = assessmentHistory(dossier).filter(
          ({ knownFrom, knownUntil }) => knownFrom <= asOf && asOf < knownUntil,
        );
        expect(pieces).toHaveLength(1);
        expect({ ...pieces[0]?.assessment, asOf: null }).toEqual({ ...assess(dossier, { asOf }), asOf: null });
      }),
    );
  });

  it('covers all time without gap or overlap, and never repeats itself', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const pieces = assessmentHistory(dossier);
        expect(pieces[0]?.knownFrom).toBe(-Infinity);
        expect(pieces.at(-1)?.knownUntil).toBe(Infinity);
        pieces.slice(1).forEach((piece, index) => {
          expect(piece.knownFrom).toBe(pieces[index]?.knownUntil);
          expect({ ...piece.assessment, asOf: null }).not.toEqual({ ...pieces[index]?.assessment, asOf: null });
        });
      }),
    );
  });
});
