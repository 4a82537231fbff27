import type { QuestionKey, Range } from '@counterclaim/domain';
import { formatRange } from '#lib/format/range.ts';
import type { Reading } from './reading.ts';
import type { TollOutcome } from './toll-rows.ts';

/** What current statements give of one outcome. */
export interface TollRange {
  /** The question whose range it is. */
  readonly key: QuestionKey;
  /** What is counted: "killed", "civilians killed". */
  readonly words: string;
  readonly range: Range;
  /** Only compilers give it. */
  readonly restated: boolean;
}

/**
 * The range of one outcome: of all victims, else of the only group that anybody counted, else of victims and perpetrators together, which
 * the words say: datasets count fighters so.
 */
export function tollRange({ questions, assessment }: Reading, outcome: TollOutcome): TollRange | null {
  const ranged = (key: string, words: string): TollRange | null => {
    const question = questions.get(key);
    if (question === undefined || question.range === null) return null;
    const { range, positions } = question;
    return { key, words, range, restated: positions.every(({ restatement }) => restatement === true) };
  };
  const whole = ranged(`casualties:${outcome}:all`, outcome);
  if (whole !== null) return whole;
  const group = new RegExp(`^casualties:${outcome}:[a-z]+$`);
  const [only, ...others] = assessment.questions.filter(({ key }) => group.test(key));
  const persons = only?.key.slice(`casualties:${outcome}:`.length);
  return only === undefined || others.length > 0 || persons === 'all' || persons === 'unknown'
    ? ranged(`casualties:${outcome}:all+perpetrators`, `${outcome}, perpetrators included`)
    : ranged(only.key, `${persons ?? ''} ${outcome}`);
}

/** A number with what it counts, in a sentence: "8–10 killed", "none injured". */
export const tollWords = ({ words, range }: Pick<TollRange, 'words' | 'range'>): string =>
  range.high === 0 && !range.open ? `none ${words}` : `${formatRange(range)} ${words}`;
