import { type ClaimId, type QuestionKey, questionsOf } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatAnswer } from '#lib/format/answer.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { type DotChart, dotChart } from './dots.ts';
import { countedWords, isCountQuestion } from './number-question.ts';
import { claimHref, type Reading } from './reading.ts';

/** A number that needs no chart: one claimant, one answer. */
export interface ListedNumber {
  readonly key: QuestionKey;
  readonly counted: string;
  readonly answers: readonly {
    readonly name: string;
    readonly words: string;
    readonly href: string;
    readonly claims: readonly ClaimId[];
    readonly restated: boolean;
  }[];
}

export interface NumberQuestions {
  readonly charts: readonly DotChart[];
  readonly listed: readonly ListedNumber[];
}

/** Whole before part, fired before landed, munitions before other counts. */
const FATE_ORDER = ['fired', 'landed', 'exploded', 'unexploded', 'intercepted'];
const rankOf = (key: QuestionKey): string => {
  const [, , fate = ''] = (key.split('@')[0] ?? '').split(':');
  const kind = key.startsWith('munitions:') ? '0' : '1';
  return `${kind}${key.includes('@') ? '1' : '0'}${FATE_ORDER.indexOf(fate)}${key}`;
};

/** The questions that parts of a breakdown answer: they stand in its table. */
function breakdownQuestions({ assessment, claims, actors }: Reading): Set<QuestionKey> {
  return new Set(
    assessment.breakdowns.flatMap(({ parts }) =>
      parts.flatMap(({ claim }) => {
        const part = claims.get(claim);
        return part === undefined ? [] : questionsOf(part, actors);
      }),
    ),
  );
}

/** Every question for a number other than of casualties: charts where answers differ or moved, else a list. */
export function numberQuestions(
  reading: Reading,
  given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>,
): NumberQuestions {
  const parts = breakdownQuestions(reading);
  const charts: DotChart[] = [];
  const listed: ListedNumber[] = [];
  const keys = [...given.keys()].filter(isCountQuestion).sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  for (const key of keys) {
    const answers = (given.get(key) ?? []).filter(({ standing }) => standing !== 'restated');
    const owners = new Set(answers.map(({ owner }) => owner));
    if (answers.length < 2) {
      if (!parts.has(key) && answers.length > 0) listed.push(listedOf(reading, key, answers));
    } else if (!(parts.has(key) && owners.size === 1)) {
      charts.push(dotChart(reading, key, answers));
    }
  }
  return { charts, listed };
}

const listedOf = (reading: Reading, key: QuestionKey, answers: readonly GivenAnswer[]): ListedNumber => ({
  key,
  counted: countedWords(key, reading),
  answers: answers.map(({ owner, answer, claims, restatement }) => ({
    name: capitalise(formatOwner(owner, reading.actors)),
    words: formatAnswer(key, answer, reading.zone),
    href: claimHref(claims[0] as ClaimId),
    claims,
    restated: restatement,
  })),
});
