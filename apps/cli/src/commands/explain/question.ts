import type { QuestionAssessment } from '@counterclaim/domain';
import { formatList, formatRange } from '@counterclaim/domain/words';
import { tellPosition } from './position.ts';
import type { Teller } from './teller.ts';

/** What the positions on a question come to: "8–10, disputed". */
export const formatVerdict = ({ agreement, range }: QuestionAssessment): string =>
  range === null ? agreement : `${formatRange(range)}, ${agreement}`;

/** Tells one question: how its positions stand to each other, and each of them. */
export function tellQuestion(teller: Teller, question: QuestionAssessment): void {
  const { page } = teller;
  const { key, agreement, positions, pairs, because } = question;
  const shown = page.paint(agreement === 'disputed' ? ['bold', 'red'] : 'bold', formatVerdict(question));
  page.gap().addEnds(`${page.paint('bold', teller.question(key))}: ${shown}`, page.paint('dim', key));
  for (const position of positions) tellPosition(teller, key, position);
  if (pairs.length > 0) {
    const against = Map.groupBy(pairs, ([owner]) => owner);
    const each = [...against].map(
      ([owner, own]) => `${teller.owner(owner)} against ${formatList(own.map(([, other]) => teller.owner(other)))}`,
    );
    page.add(`in dispute: ${each.join('; ')}`, 2);
  }
  teller.because(because, 2);
}
