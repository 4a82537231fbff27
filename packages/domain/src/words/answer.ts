import { type Answer, isQuantity, type QuestionKey, questionKind, type Stance } from '../index.ts';
import { formatDate } from './date.ts';
import { formatCount } from './number.ts';
import { formatQuantity } from './quantity.ts';
import { formatSlug } from './question.ts';
import { formatStance } from './stance.ts';

/**
 * An answer in words: "at least 8", "accused", "it happened", "21 November 2020, 08:40 Kabul time, give or take 10
 * minutes". Answers in our own words come back as they are.
 *
 * @param zone IANA zone of the event, for times.
 */
export function formatAnswer(key: QuestionKey, answer: Answer, zone: string): string {
  if (typeof answer === 'boolean') return answer ? 'it happened' : 'it did not happen';
  if (typeof answer === 'object') {
    if (isQuantity(answer)) return formatQuantity(answer);
    const at = formatDate(answer.at, zone);
    return answer.within === undefined ? at : `${at}, give or take ${formatCount(answer.within, 'minute')}`;
  }
  const kind = questionKind(key);
  if (kind === 'responsibility') return formatStance(answer as Stance);
  return kind === 'weapon' ? formatSlug(answer) : answer;
}
