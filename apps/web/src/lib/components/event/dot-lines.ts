import { type ClaimId, isQuantity } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatList } from '#lib/format/number.ts';
import { formatQuantity } from '#lib/format/quantity.ts';
import { formatOwner } from '#lib/format/speaker.ts';
import type { GivenAnswer } from './answers.ts';
import { formatMoment } from './moment.ts';
import { claimHref, type Reading } from './reading.ts';
import { nameInSentence } from './sentence.ts';

/** One answer of a chart, in words. */
export interface DotLine {
  readonly name: string;
  readonly words: string;
  readonly standing: string;
  readonly rule: string;
  readonly when: string;
  readonly origins: number;
  readonly claims: number;
  readonly href: string;
}

const wordsOf = ({ answer }: GivenAnswer): string => (isQuantity(answer) ? formatQuantity(answer) : '');

/** An answer as a line of the table behind a chart. */
export function dotLine(reading: Reading, answer: GivenAnswer): DotLine {
  const past = answer.standing === 'past';
  const current = answer.floor === undefined ? 'current' : 'current, as a floor';
  return {
    name: capitalise(formatOwner(answer.owner, reading.actors)),
    words: wordsOf(answer),
    standing: past ? (answer.reason ?? 'past').replace('-', ' ') : answer.restatement ? 'restated' : current,
    rule: answer.floor !== undefined ? 'position.floor' : answer.restatement ? 'claim.restatement' : 'position.current',
    when: formatMoment(reading, answer.claims),
    origins: answer.origins,
    claims: answer.claims.length,
    href: claimHref(answer.claims[0] as ClaimId),
  };
}

/** "Islamic State says 28; the Ministry of Interior Affairs said 14, then 23 or 24." Highest first. */
export function dotSummary(reading: Reading, owners: readonly (readonly GivenAnswer[])[]): string {
  const clauses = owners.map((own) => {
    const who = nameInSentence(reading, own[0]?.owner ?? '');
    const now = formatList(own.filter(({ standing }) => standing === 'current').map(wordsOf), 'or');
    const past = formatList(own.filter(({ standing }) => standing === 'past').map(wordsOf), 'or');
    if (now === '') return `${who} said ${past}, and no longer does`;
    return past === '' ? `${who} says ${now}` : `${who} said ${past}, then ${now}`;
  });
  return `${capitalise(clauses.join('; '))}.`;
}
