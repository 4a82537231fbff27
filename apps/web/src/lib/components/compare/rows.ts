import {
  type AlignedQuestion,
  alignQuestions,
  type ClaimKind,
  type QuestionKey,
  type RangeStanding,
  standingOf,
} from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { countHeading, isCountQuestion } from '../event/number-question.ts';
import { questionHeading } from '../event/other-questions.ts';
import type { Reading } from '../event/reading.ts';
import { tollRange } from '../event/toll-range.ts';
import { TOLL_OUTCOMES, type TollOutcome } from '../event/toll-rows.ts';
import { cellOf, type ComparisonCell } from './cell.ts';

/** One question with the answers of each column. */
export interface ComparisonRow {
  /** Anchor of the row. */
  readonly id: string;
  readonly heading: string;
  /** One for each column; `null` where nobody answers. */
  readonly cells: readonly (ComparisonCell | null)[];
  /** How the numbers stand to each other; `null` where they are fewer than two, or do not count the same. */
  readonly ranges: RangeStanding | null;
  /** Numbers that do not count the same, and so are not held against each other. */
  readonly otherCounts: boolean;
  /** Other answers to a question that is compared and is no number. */
  readonly answers: boolean;
  /** Disputed in some columns, in others not. */
  readonly disputed: boolean;
}

const ORDER: readonly ClaimKind[] = [
  'casualties',
  'munitions',
  'count',
  'occurrence',
  'time',
  'weapon',
  'parties',
  'damage',
  'target',
  'launch',
  'location',
  'reaction',
];

const idOf = (key: QuestionKey): string => `q-${key.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;

const headingOf = (key: QuestionKey, reading: Reading): string =>
  isCountQuestion(key) ? countHeading(key, reading) : questionHeading(key, reading);

/** Killed or injured: of each column the count that its page leads with, which need not be of the same persons. */
function tollRow(
  outcome: TollOutcome,
  readings: readonly Reading[],
): { row: ComparisonRow; keys: QuestionKey[] } | null {
  const tolls = readings.map((reading) => tollRange(reading, outcome));
  const given = tolls.filter((toll) => toll !== null);
  if (given.length === 0) return null;
  const alike = new Set(given.map(({ key }) => key)).size === 1;
  const cells = readings.map((reading, index): ComparisonCell | null => {
    const toll = tolls[index] ?? null;
    const question = toll === null ? undefined : reading.questions.get(toll.key);
    if (toll === null || question === undefined) return null;
    return cellOf(question, reading, toll.words === outcome ? null : toll.words);
  });
  const disputed = cells.filter((cell) => cell?.agreement === 'disputed').length;
  const row: ComparisonRow = {
    id: outcome,
    heading: capitalise(outcome),
    cells,
    ranges: alike ? standingOf(given.map(({ range }) => range)) : null,
    otherCounts: !alike,
    answers: false,
    disputed: alike && disputed > 0 && disputed < given.length,
  };
  return { row, keys: alike ? given.slice(0, 1).map(({ key }) => key) : [] };
}

function rowOf({ key, answers, difference }: AlignedQuestion, readings: readonly Reading[]): ComparisonRow {
  const asked = readings[answers.findIndex((answer) => answer !== null)];
  return {
    id: idOf(key),
    heading: asked === undefined ? key : headingOf(key, asked),
    cells: answers.map((question, index) => {
      const reading = readings[index];
      return question === null || reading === undefined ? null : cellOf(question, reading);
    }),
    ranges: difference.ranges,
    otherCounts: false,
    answers: difference.answers,
    disputed: difference.disputed,
  };
}

/** The rows of a comparison but who did it, which has a form of its own: killed and injured first, then every question that somebody answers. */
export function comparisonRows(readings: readonly Reading[]): ComparisonRow[] {
  const tolls = TOLL_OUTCOMES.flatMap((outcome) => tollRow(outcome, readings) ?? []);
  const shown = new Set(tolls.flatMap(({ keys }) => keys));
  const rest = alignQuestions(readings.map(({ assessment }) => assessment))
    .filter(({ key, kind }) => kind !== 'responsibility' && !shown.has(key))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.key < b.key ? -1 : 1))
    .map((question) => rowOf(question, readings));
  return [...tolls.map(({ row }) => row), ...rest];
}

/** In how many columns a row's question is answered. */
export const answeredIn = ({ cells }: Pick<ComparisonRow, 'cells'>): number =>
  cells.filter((cell) => cell !== null).length;
