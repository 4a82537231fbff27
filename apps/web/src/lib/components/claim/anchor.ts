import { type QuestionKey, questionKind } from '@counterclaim/domain';

/** The section of an event's page that shows a question: the fragment of a link. */
export function questionAnchor(key: QuestionKey): string {
  switch (questionKind(key)) {
    case 'responsibility':
    case 'parties':
      return '#attribution';
    case 'casualties':
      return '#toll';
    default:
      return '#claims';
  }
}
