import { describe, expect, it } from 'vitest';
import { dossierOfFixture, readCases } from '../test/acceptance.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assess.ts';
import { answerKey } from './question.ts';
import type { Answer } from './question.ts';

interface Expected {
  readonly asOf: string | null;
  readonly attribution: unknown;
  readonly questions: Readonly<Record<string, { positions: Readonly<Record<string, { answers: Answer[] }>> }>>;
  readonly pending: readonly string[];
}

/** An answer as one text: the fixtures write a zero both as `none` and as `none` with the value 0. */
const named = (answers: readonly Answer[]): string[] => answers.map(answerKey).sort();

/** The expected answers with each answer as one text. */
const normalised = ({ asOf, attribution, questions, pending }: Expected) => ({
  asOf,
  attribution,
  questions: Object.fromEntries(
    Object.entries(questions).map(([key, question]) => [
      key,
      {
        ...question,
        positions: Object.fromEntries(
          Object.entries(question.positions).map(([owner, position]) => [
            owner,
            { ...position, answers: named(position.answers) },
          ]),
        ),
      },
    ]),
  ),
  pending: [...pending].sort(),
});

/** An assessment in the shorthand of the expected answers. */
const shorthand = ({ attribution, questions, pending }: Assessment, asOf: string | null) => ({
  asOf,
  attribution: {
    status: attribution.status,
    claimed: attribution.claimed,
    accused: attribution.accused,
    denied: attribution.denied,
    exonerated: attribution.exonerated,
  },
  questions: Object.fromEntries(
    questions.map(({ key, agreement, range, positions, pairs }) => [
      key,
      {
        agreement,
        range,
        positions: Object.fromEntries(
          positions.map(({ owner, answers, origins, course, floor, restatement }) => [
            owner,
            {
              answers: named(answers),
              origins,
              course,
              ...(floor === undefined ? {} : { floor }),
              ...(restatement === undefined ? {} : { restatement }),
            },
          ]),
        ),
        ...(pairs.length > 0 ? { pairs } : {}),
      },
    ]),
  ),
  pending,
});

describe.each(readCases<Expected>())('$name', ({ fixture, expected }) => {
  const dossier = dossierOfFixture(fixture);

  it('is not an empty case', () => {
    expect(fixture.claims.length).toBeGreaterThan(0);
    expect(expected.length).toBeGreaterThan(0);
  });

  it.each(expected.map((answer) => [answer.asOf ?? 'now', answer] as const))('answers as of %s', (_, answer) => {
    const asOf = answer.asOf === null ? undefined : Date.parse(answer.asOf);
    expect(shorthand(assess(dossier, { asOf }), answer.asOf)).toEqual(normalised(answer));
  });
});
