import type { ClaimId } from './identifier.ts';
import type { Position } from './position.ts';
import { stated } from './quantity.ts';
import { answerKey, isComparedQuestion, isNumericQuestion, isQuantity, meet, type QuestionKey } from './question.ts';
import { because, type Because } from './rule.ts';
import type { Owner } from './statement.ts';

export const AGREEMENTS = ['single', 'unsettled', 'agreed', 'compatible', 'disputed', 'listed'] as const;

/** How the positions on one question stand to each other. */
export type Agreement = (typeof AGREEMENTS)[number];

/** Two owners none of whose answers can both be true, in alphabetical order. */
export type DisputedPair = readonly [Owner, Owner];

type Held = Pick<Position, 'owner' | 'answers' | 'claims'>;

/** The pairs of owners whose answers exclude each other (rule `agreement.disputed`). */
export function disputedPairs(positions: readonly Held[], zone: string): DisputedPair[] {
  const sorted = [...positions].sort((a, b) => (a.owner < b.owner ? -1 : 1));
  const pairs: DisputedPair[] = [];
  sorted.forEach((a, index) => {
    for (const b of sorted.slice(index + 1)) {
      if (!a.answers.some((left) => b.answers.some((right) => meet(left, right, zone)))) pairs.push([a.owner, b.owner]);
    }
  });
  return pairs;
}

/** How the positions on a question agree, and which pairs do not. */
export function agreementOf(
  key: QuestionKey,
  positions: readonly Held[],
  zone: string,
): { agreement: Agreement; pairs: DisputedPair[]; because: Because } {
  const claims = positions.flatMap((position): readonly ClaimId[] => position.claims);
  const verdict = (agreement: Agreement, pairs: DisputedPair[] = []) => ({
    agreement,
    pairs,
    because: because(`agreement.${agreement}`, claims),
  });
  if (!isComparedQuestion(key)) return verdict('listed');
  const pairs = disputedPairs(positions, zone);
  if (pairs.length > 0) return verdict('disputed', pairs);
  const [only, ...others] = positions;
  if (only !== undefined && others.length === 0) return verdict(only.answers.length === 1 ? 'single' : 'unsettled');
  const distinct = new Set(positions.flatMap(({ answers }) => answers.map(answerKey)));
  return verdict(distinct.size === 1 ? 'agreed' : 'compatible');
}

/** Lowest to highest stated number; `open` when only open numbers reach the top. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly open: boolean;
}

/** The range of a numeric question over its current positions, or `null` where no number is stated (rule `range.stated`). */
export function rangeOf(key: QuestionKey, positions: readonly Held[]): Range | null {
  if (!isNumericQuestion(key)) return null;
  const numbers = positions.flatMap(({ answers }) =>
    answers
      .filter(isQuantity)
      .map(stated)
      .filter((number) => number !== null),
  );
  if (numbers.length === 0) return null;
  const closed = numbers.filter(({ open }) => !open);
  const high = Math.max(...numbers.map((number) => number.high));
  return {
    low: Math.min(...(closed.length > 0 ? closed : numbers).map((number) => number.low)),
    high,
    open: numbers.every((number) => number.high < high || number.open),
  };
}
