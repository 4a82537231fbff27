import { type ClaimId, isQuantity, type QuestionKey, type Range, stated } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatList } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { type Ladder, tollLadder } from './ladder.ts';
import { compareMoments, formatMoment, momentOf } from './moment.ts';
import { claimHref, documentsOf, type Reading } from './reading.ts';
import { narrowerWords, TOLL_OUTCOMES, tollAnswers, type TollOutcome } from './toll-rows.ts';
import { tollRange, tollWords } from './toll-range.ts';

/** One number as a line of the table behind the ladder. */
export interface TollLine {
  readonly when: string;
  readonly claimant: string;
  readonly outcome: TollOutcome;
  /** What was counted: "all", "civilians", "in hospitals". */
  readonly counts: string;
  readonly words: string;
  /** A stated zero, which is not a gap. */
  readonly zero: boolean;
  readonly standing: string;
  readonly rule: string;
  readonly origins: number;
  readonly documents: number;
  readonly hrefs: readonly { readonly claim: ClaimId; readonly href: string }[];
}

/** How many were killed and injured: a sentence, the ladder where there is enough to draw, and every number as a line. */
export interface TollSection {
  readonly summary: string;
  readonly ladder: Ladder | null;
  readonly lines: readonly TollLine[];
  /** Whether some numbers count another group or place than all victims. */
  readonly narrower: boolean;
  readonly restated: number;
}

const REASONS = {
  superseded: 'superseded',
  retracted: 'retracted',
  'later-answer': 'outlived by a later answer',
} as const;

function standingOf({ standing, reason, floor, restatement }: GivenAnswer): { standing: string; rule: string } {
  if (standing === 'restated') return { standing: 'restates others, holds no position', rule: 'claim.restatement' };
  if (standing === 'past') return { standing: REASONS[reason ?? 'superseded'], rule: 'position.current' };
  if (restatement) return { standing: 'restated by a compiler, nobody else answers', rule: 'claim.restatement' };
  return floor === undefined
    ? { standing: 'current', rule: 'position.current' }
    : { standing: 'current, as a floor', rule: 'position.floor' };
}

function linesOf(reading: Reading, given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>): TollLine[] {
  return tollAnswers(given)
    .map(({ answer, outcome }) => ({ answer, outcome, moment: momentOf(reading, answer.claims) }))
    .sort(
      (a, b) =>
        compareMoments(a.moment, b.moment) || compare(a.answer.owner, b.answer.owner) || compare(b.outcome, a.outcome),
    )
    .map(({ answer, outcome }) => ({
      when: formatMoment(reading, answer.claims),
      claimant: capitalise(formatOwner(answer.owner, reading.actors)),
      outcome,
      counts: narrowerWords(answer.floor ?? answer.key, reading) ?? 'all',
      words: isQuantity(answer.answer) ? formatQuantity(answer.answer) : '',
      zero: isQuantity(answer.answer) && answer.answer.bound === 'none',
      ...standingOf(answer),
      origins: answer.origins,
      documents: documentsOf(answer.claims),
      hrefs: answer.claims.map((claim) => ({ claim, href: claimHref(claim) })),
    }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lowest and highest number that nobody holds any more, of all victims. */
function pastRange(outcome: TollOutcome, given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>): Range | null {
  const numbers = (given.get(`casualties:${outcome}:all`) ?? []).flatMap(({ standing, answer }) =>
    standing === 'past' && isQuantity(answer) ? (stated(answer) ?? []) : [],
  );
  if (numbers.length === 0) return null;
  const low = Math.min(...numbers.map((number) => number.low));
  const high = Math.max(...numbers.map((number) => number.high));
  return { low, high, open: false };
}

function summaryOf(reading: Reading, given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>): string {
  const current = TOLL_OUTCOMES.flatMap((outcome) => {
    const toll = tollRange(reading, outcome);
    return toll === null ? [] : [tollWords(toll)];
  });
  const past = TOLL_OUTCOMES.flatMap((outcome) => {
    const range = pastRange(outcome, given);
    return range === null ? [] : [tollWords({ words: outcome, range })];
  });
  if (current.length === 0) return 'No current statement gives a number for all victims.';
  const now = `Current statements give ${formatList(current)}`;
  return past.length === 0 ? `${now}.` : `${now}; earlier ones, since superseded, gave ${formatList(past)}.`;
}

/** Gathers what was said of the killed and the injured. */
export function tollSection(reading: Reading, given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>): TollSection {
  const lines = linesOf(reading, given);
  return {
    summary: summaryOf(reading, given),
    ladder: tollLadder(reading, given),
    lines,
    narrower: lines.some(({ counts }) => counts !== 'all'),
    restated: lines.filter(({ rule, standing }) => rule === 'claim.restatement' && standing.startsWith('restates'))
      .length,
  };
}
