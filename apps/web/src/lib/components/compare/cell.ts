import type { Agreement, ClaimId, QuestionAssessment, Range } from '@counterclaim/domain';
import { formatAnswer } from '#lib/format/answer.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatRange } from '#lib/format/range.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import { claimHref, type Reading } from '../event/reading.ts';

/** One answer with everybody who holds it. */
export interface ComparedAnswer {
  readonly words: string;
  readonly owners: readonly { readonly name: string; readonly href: string }[];
}

/** What one event has in answer to one question. */
export interface ComparisonCell {
  /** The answers as a whole: "8–10"; of a single answer its own words, "between 5 and 10 (best 10)". */
  readonly words: string;
  readonly range: Range | null;
  readonly agreement: Agreement;
  /** What is counted, where the row does not say: "perpetrators included". */
  readonly counted: string | null;
  /** Only compilers answer. */
  readonly restated: boolean;
  readonly answers: readonly ComparedAnswer[];
}

/** Words an event's answers to one question, each with who holds it, in the order in which they are held. */
export function cellOf(question: QuestionAssessment, reading: Reading, counted: string | null = null): ComparisonCell {
  const { key, positions, range, agreement } = question;
  const answers = new Map<string, { name: string; href: string }[]>();
  for (const { owner, held } of positions) {
    const name = capitalise(formatOwner(owner, reading.actors));
    for (const { answer, claims } of held) {
      const words = formatAnswer(key, answer, reading.zone);
      const owners = answers.get(words);
      const entry = { name, href: claimHref(claims[0] as ClaimId) };
      if (owners === undefined) answers.set(words, [entry]);
      else owners.push(entry);
    }
  }
  const [only, ...others] = answers.keys();
  const whole = range === null ? [...answers.keys()].join('; ') : formatRange(range);
  return {
    words: only !== undefined && others.length === 0 ? only : whole,
    range,
    agreement,
    counted,
    restated: positions.every(({ restatement }) => restatement === true),
    answers: [...answers].map(([words, owners]) => ({ words, owners })),
  };
}
