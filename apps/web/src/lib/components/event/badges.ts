import { type Course, questionKind, type QuestionAssessment, type RuleId } from '@counterclaim/domain';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatSlug } from '#lib/format/question.ts';
import type { GlyphName } from '../glyph/glyph.ts';
import { countedWords } from './number-question.ts';
import type { Reading } from './reading.ts';

/** A word about how the statements stand to each other, with the rule that it follows from. */
export interface Badge {
  readonly label: string;
  readonly glyph: GlyphName;
  readonly rule: RuleId;
}

const TOLL = new Set(['casualties:killed:all', 'casualties:injured:all', 'casualties:killed-or-injured:all']);

/** The gravest course first: who conceded did more than revise. */
const COURSES: readonly Course[] = ['conceded', 'reversed', 'revised'];

const courseOf = (questions: readonly QuestionAssessment[]): Course | undefined => {
  const found = new Set(questions.flatMap(({ positions }) => positions.map(({ course }) => course)));
  return COURSES.find((course) => found.has(course));
};

const isDisputed = ({ agreement }: QuestionAssessment): boolean => agreement === 'disputed';

/** What a disputed question is called on a badge; `null` where it is too narrow for one. */
function topicOf({ key }: QuestionAssessment, reading: Reading): string | null {
  if (key.includes('@')) return null;
  if (key.startsWith('occurrence:')) return capitalise(formatSlug(key.slice('occurrence:'.length)));
  if (key === 'weapon') return 'Weapon';
  if (key.startsWith('time:')) return 'Time';
  const kind = questionKind(key);
  if (kind === 'munitions' || kind === 'count') return `Number of ${countedWords(key, reading)}`;
  return null;
}

/**
 * The badges of an event beside its attribution status: how the toll moved and whether it is disputed, then every other question
 * of the whole event on which somebody is contradicted or moved from a no to a yes.
 */
export function badgesOf(reading: Reading): Badge[] {
  const { questions } = reading.assessment;
  const toll = questions.filter(({ key }) => TOLL.has(key));
  const badges: Badge[] = [];
  const course = courseOf(toll);
  if (course !== undefined) badges.push({ label: `Toll ${course}`, glyph: 'revised', rule: 'position.course' });
  if (toll.some(isDisputed)) badges.push({ label: 'Toll disputed', glyph: 'disputed', rule: 'agreement.disputed' });
  for (const question of questions.filter(({ key }) => !TOLL.has(key))) {
    const topic = topicOf(question, reading);
    if (topic === null) continue;
    if (isDisputed(question))
      badges.push({ label: `${topic} disputed`, glyph: 'disputed', rule: 'agreement.disputed' });
    const moved = courseOf([question]);
    if (moved === 'conceded' || moved === 'reversed') {
      badges.push({ label: `${topic}: ${moved}`, glyph: 'revised', rule: 'position.course' });
    }
  }
  return badges;
}
