import {
  CLAIM_KINDS,
  type ClaimKind,
  OUTCOMES,
  PERSONS,
  type QuestionAssessment,
  type QuestionKey,
} from '@counterclaim/domain';

const rank = (among: readonly string[], word: string): number => {
  const found = among.indexOf(word);
  return found < 0 ? among.length : found;
};

/** Where a question stands among those of an event: the kinds as they are told, the whole before its parts, all persons before groups. */
function place(key: QuestionKey, kind: ClaimKind): readonly (number | string)[] {
  const [head = '', ...scope] = key.split('@');
  const [, first = '', second = ''] = head.split(':');
  const [persons = '', of = ''] = second.split('/');
  return kind === 'casualties'
    ? [rank(CLAIM_KINDS, kind), rank(OUTCOMES, first), scope.length, of === '' ? 0 : 1, rank(PERSONS, persons), key]
    : [rank(CLAIM_KINDS, kind), scope.length, key];
}

/** Questions in the order in which a reader asks them. */
export const inOrder = (questions: readonly QuestionAssessment[]): QuestionAssessment[] =>
  questions
    .map((question) => ({ question, at: place(question.key, question.kind) }))
    .sort(({ at: a }, { at: b }) => {
      const differs = a.findIndex((value, index) => value !== b[index]);
      return differs < 0 ? 0 : (a[differs] ?? '') < (b[differs] ?? '') ? -1 : 1;
    })
    .map(({ question }) => question);
