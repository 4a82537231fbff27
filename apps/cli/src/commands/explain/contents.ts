import type { QuestionAssessment } from '@counterclaim/domain';
import { formatCount } from '@counterclaim/domain/words';
import { formatVerdict } from './question.ts';
import type { Teller } from './teller.ts';

/** Up to so many questions are seen at a glance. */
const FEW = 3;

/** Lists the questions with what their positions come to, so that a long explanation can be read from its end. */
export function tellContents(teller: Teller, questions: readonly QuestionAssessment[]): void {
  if (questions.length <= FEW) return;
  const { page } = teller;
  page.gap().add(page.paint('bold', formatCount(questions.length, 'question')));
  for (const question of questions) {
    const { key, agreement, positions } = question;
    const verdict = formatVerdict(question);
    page.addEnds(
      teller.question(key),
      `${agreement === 'disputed' ? page.paint('red', verdict) : verdict}, ${formatCount(positions.length, 'position')}`,
      2,
    );
  }
}
