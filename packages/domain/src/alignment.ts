import type { Range } from './agreement.ts';
import type { Assessment, QuestionAssessment } from './assess.ts';
import { answerKey, isComparedQuestion, isNumericQuestion, type QuestionKey, questionKind } from './question.ts';
import type { ClaimKind } from './claim.ts';

/** How two or more ranges stand to each other: one and the same, some number in common, or at least two of them without any. */
export type RangeStanding = 'same' | 'overlapping' | 'apart';

/** In what the answers to one question differ between assessments. Of those in which nobody answers, nothing else is said. */
export interface QuestionDifference {
  /** The assessments in which nobody answers, by their place in the list. */
  readonly unanswered: readonly number[];
  /** `null` where fewer than two assessments have a range. */
  readonly ranges: RangeStanding | null;
  /** Whether other answers are given, of a question that is compared and is no number: another weapon, yes against no. */
  readonly answers: boolean;
  /** Whether its answers exclude each other in some of the assessments, and in others not. */
  readonly disputed: boolean;
}

/** One question, asked of several assessments. */
export interface AlignedQuestion {
  readonly key: QuestionKey;
  readonly kind: ClaimKind;
  /** One for each assessment, in their order; `null` where nobody answers. */
  readonly answers: readonly (QuestionAssessment | null)[];
  readonly difference: QuestionDifference;
}

/** The numbers that a range leaves open to be true. */
const upper = ({ high, open }: Range): number => (open ? Infinity : high);

/**
 * How ranges stand to each other. "8 or more" meets every range that reaches 8.
 *
 * @returns `null` for fewer than two
 */
export function standingOf(ranges: readonly Range[]): RangeStanding | null {
  const [first, ...others] = ranges;
  if (first === undefined || others.length === 0) return null;
  if (others.every(({ low, high, open }) => low === first.low && high === first.high && open === first.open)) {
    return 'same';
  }
  const apart = ranges.some((a, index) => ranges.slice(index + 1).some((b) => a.low > upper(b) || b.low > upper(a)));
  return apart ? 'apart' : 'overlapping';
}

/** The distinct answers that somebody holds, as one text. */
const answersHeld = ({ positions }: QuestionAssessment): string =>
  [...new Set(positions.flatMap(({ answers }) => answers.map(answerKey)))].sort().join('\n');

function differenceOf(key: QuestionKey, answers: readonly (QuestionAssessment | null)[]): QuestionDifference {
  const given = answers.filter((answer) => answer !== null);
  const disputed = given.filter(({ agreement }) => agreement === 'disputed').length;
  return {
    unanswered: [...answers.keys()].filter((index) => answers[index] === null),
    ranges: standingOf(given.flatMap(({ range }) => range ?? [])),
    answers: isComparedQuestion(key) && !isNumericQuestion(key) && new Set(given.map(answersHeld)).size > 1,
    disputed: disputed > 0 && disputed < given.length,
  };
}

/**
 * Lays the questions of several assessments beside each other: of several events, or of one event as several compilers have it.
 *
 * Answers are held against each other only under one key, as within an event (rule `question.key`). Nothing says that different events
 * should be told alike, so a difference between them contradicts nobody.
 *
 * @returns one entry for each question that is answered in any of them, sorted by key
 */
export function alignQuestions(assessments: readonly Pick<Assessment, 'questions'>[]): AlignedQuestion[] {
  const indexes = assessments.map(({ questions }) => new Map(questions.map((question) => [question.key, question])));
  const keys = new Set(indexes.flatMap((index) => [...index.keys()]));
  return [...keys].sort().map((key) => {
    const answers = indexes.map((index) => index.get(key) ?? null);
    return { key, kind: questionKind(key), answers, difference: differenceOf(key, answers) };
  });
}
