import { isCountQuestion } from '#lib/components/event/number-question.ts';
import { type QuestionKey, questionKind } from '@counterclaim/domain';

/** The section of an event's page that shows a question: the fragment of a link. */
export function questionAnchor(key: QuestionKey): string {
  if (isCountQuestion(key)) return '#munitions';
  switch (questionKind(key)) {
    case 'responsibility':
      return '#claims';
    case 'casualties':
      return '#toll';
    case 'launch':
    case 'target':
    case 'location':
      return '#where';
    default:
      return '#questions';
  }
}
