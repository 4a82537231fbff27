import {
  type HeldAnswer,
  isComparedQuestion,
  type PastAnswer,
  type Position,
  type QuestionKey,
} from '@counterclaim/domain';
import { formatAnswer, formatCount } from '@counterclaim/domain/words';
import { formatDated } from './dated.ts';
import type { Teller } from './teller.ts';

const WHY_PAST: Readonly<Record<PastAnswer['reason'], string>> = {
  superseded: 'superseded',
  retracted: 'retracted by its own speaker',
  'later-answer': 'before a later answer',
};

/** Tells what one owner holds on a question, what it held before, in whose words, and why. */
export function tellPosition(teller: Teller, key: QuestionKey, position: Position): void {
  const { page, zone } = teller;
  const compared = isComparedQuestion(key);
  const answer = (held: HeldAnswer): string => formatAnswer(key, held.answer, zone);
  const withDate = (held: HeldAnswer): string => `${answer(held)}, ${formatDated(held.dated, zone)}`;
  const answers = [...new Set(position.held.map(answer))];
  const several = answers.length > 1;
  const owner = teller.owner(position.owner);
  const marks = [
    ...(owner === position.owner ? [owner] : [`${owner} ${page.paint('dim', `(${position.owner})`)}`]),
    position.course,
    ...(several && compared ? ['unsettled'] : []),
    formatCount(position.origins, 'origin'),
    ...(position.floor === undefined ? [] : [`from ${teller.question(position.floor)} (${position.floor})`]),
    ...(position.restatement === true ? ['restated only: nobody answers for themselves'] : []),
  ];
  // Phrases of ours are too long to stand side by side.
  const heading = several && !compared ? formatCount(answers.length, 'answer') : answers.join(' / ');
  page.add(`${page.paint('bold', heading)} · ${marks.join(' · ')}`, 2);
  for (const held of position.held) {
    if (several) page.add(compared ? withDate(held) : answer(held), 6);
    for (const claim of held.claims) teller.claim(claim, position.owner, several ? 8 : 6);
  }
  for (const past of position.past) {
    page.add(`past: ${withDate(past)}: ${WHY_PAST[past.reason]}`, 6);
    for (const claim of past.claims) teller.claim(claim, position.owner, 8);
  }
  teller.because(position.because, 6);
}
