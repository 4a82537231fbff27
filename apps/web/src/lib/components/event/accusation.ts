import type { ActorId, Owner, QuestionAssessment } from '@counterclaim/domain';

/** The stances that put an owner into the list of those who accuse, strongest first. */
const ACCUSING = ['convicts', 'accuses', 'suspects'] as const;
export type AccusingStance = (typeof ACCUSING)[number];

/**
 * By what word an owner accuses a party: the strongest of its current stances. A suspicion is never worded as an accusation.
 *
 * @param question the assessment of `responsibility:<party>`
 */
export function accusingStance(question: QuestionAssessment | undefined, owner: Owner): AccusingStance {
  const answers = question?.positions.find((position) => position.owner === owner)?.answers ?? [];
  return ACCUSING.find((stance) => answers.includes(stance)) ?? 'suspects';
}

/** The question of who did it, about one party. */
export const responsibilityKey = (party: ActorId): string => `responsibility:${party}`;
