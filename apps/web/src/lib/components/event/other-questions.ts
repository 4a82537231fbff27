import {
  type Agreement,
  type Claim,
  type ClaimId,
  type ClaimKind,
  type Course,
  isNo,
  questionKind,
  type QuestionKey,
  quantityOf,
} from '@counterclaim/domain';
import { formatAnswer } from '#lib/format/answer.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatQuestion, formatSlug } from '#lib/format/question.ts';
import { formatOwner, formatSpeaker } from '#lib/format/speaker.ts';
import type { GivenAnswer, Standing } from './answers.ts';
import { formatMoment } from './moment.ts';
import { claimHref, type Reading } from './reading.ts';
import { countedOf } from './toll-rows.ts';

/** One claimant's answer, in words, with the claim that it leads to. */
export interface ListedAnswer {
  readonly name: string;
  /** `null` where the answer is told by the group that it stands in: yes, no. */
  readonly words: string | null;
  readonly when: string;
  readonly standing: Standing;
  readonly restated: boolean;
  readonly origins: number;
  /** How its owner's answers moved, where they did. */
  readonly course: Course;
  readonly href: string;
}

/** A question that is neither who did it nor a number on a chart. */
export interface OtherQuestion {
  readonly key: QuestionKey;
  readonly heading: string;
  readonly agreement: Agreement;
  /** Answers under one word, such as yes or no; one group without a title where answers are phrases. */
  readonly groups: readonly { readonly title: string | null; readonly answers: readonly ListedAnswer[] }[];
}

/** What was said that answers no question: a statement on something else, or a number set aside. */
export interface Remark {
  readonly topic: string;
  readonly name: string;
  readonly paraphrase: string;
  readonly when: string;
  readonly href: string;
}

const ORDER: readonly ClaimKind[] = ['occurrence', 'time', 'weapon', 'damage', 'parties', 'casualties', 'reaction'];

const HEADINGS: Readonly<Record<string, string>> = {
  'time:start': 'When it started',
  'time:end': 'When it ended',
  weapon: 'What weapon it was',
  damage: 'What was damaged',
  parties: 'Who fought',
  reaction: 'How others reacted',
};

/** Whether a question has its own form elsewhere on the page. */
function hasOwnForm(key: QuestionKey): boolean {
  const kind = questionKind(key);
  if (kind === 'casualties') return ['killed', 'injured'].includes(countedOf(key)?.outcome ?? '');
  return ['responsibility', 'munitions', 'count', 'target', 'launch', 'location'].includes(kind);
}

/** "No casualties" already stands under killed and under injured. */
const saysOnlyNone = (given: readonly GivenAnswer[]): boolean =>
  given.every(({ key, answer }) => questionKind(key) === 'casualties' && isNo(answer));

/** A question that is no number of munitions or the like, as a heading: "When it started", "Killed, all victims". */
export function questionHeading(key: QuestionKey, reading: Reading): string {
  const fixed = HEADINGS[key];
  if (fixed !== undefined) return fixed;
  if (key.startsWith('occurrence:')) return capitalise(formatSlug(key.slice('occurrence:'.length)));
  return capitalise(formatQuestion(key, reading));
}

const courseOf = ({ key, owner }: GivenAnswer, { questions }: Reading): Course =>
  questions.get(key)?.positions.find((position) => position.owner === owner)?.course ?? 'kept';

function listedAnswer(given: GivenAnswer, words: string | null, reading: Reading): ListedAnswer {
  return {
    name: capitalise(formatOwner(given.owner, reading.actors)),
    words,
    when: formatMoment(reading, given.claims),
    standing: given.standing,
    restated: given.restatement,
    origins: given.origins,
    course: given.standing === 'current' ? courseOf(given, reading) : 'kept',
    href: claimHref(given.claims[0] as ClaimId),
  };
}

function groupsOf(key: QuestionKey, given: readonly GivenAnswer[], reading: Reading): OtherQuestion['groups'] {
  const shown = given
    .filter(({ standing }) => standing !== 'restated')
    .sort((a, b) => Number(a.standing === 'past') - Number(b.standing === 'past') || (a.owner < b.owner ? -1 : 1));
  if (key.startsWith('occurrence:')) {
    return [true, false].flatMap((side) => {
      const answers = shown.filter(({ answer }) => answer === side).map((one) => listedAnswer(one, null, reading));
      return answers.length === 0 ? [] : [{ title: side ? 'Yes' : 'No', answers }];
    });
  }
  const isWord = key === 'weapon';
  const answers = shown.map((one) => {
    const words = formatAnswer(key, one.answer, reading.zone);
    return listedAnswer(one, isWord ? capitalise(words) : words, reading);
  });
  return answers.length === 0 ? [] : [{ title: null, answers }];
}

/** The questions that have no chart, disputes first within each kind. */
export function otherQuestions(
  reading: Reading,
  given: ReadonlyMap<QuestionKey, readonly GivenAnswer[]>,
): OtherQuestion[] {
  return [...given]
    .filter(([key, answers]) => !hasOwnForm(key) && !saysOnlyNone(answers))
    .map(([key, answers]) => ({
      key,
      heading: questionHeading(key, reading),
      agreement: reading.questions.get(key)?.agreement ?? ('listed' as const),
      groups: groupsOf(key, answers, reading),
    }))
    .filter(({ groups }) => groups.length > 0)
    .sort(
      (a, b) =>
        ORDER.indexOf(questionKind(a.key)) - ORDER.indexOf(questionKind(b.key)) ||
        Number(b.agreement === 'disputed') - Number(a.agreement === 'disputed') ||
        (a.key < b.key ? -1 : 1),
    );
}

/** Why a claim with a number answers no question of this event; `null` where it does. */
function setAside(claim: Claim): string | null {
  if (claim.modality === 'predicted') return 'Prediction';
  return quantityOf(claim.body) !== undefined && claim.about.length > 1 ? 'Number of several events together' : null;
}

/** What was said beside the questions: statements on other matters, predictions, numbers given for several events together. */
export function remarks(reading: Reading): Remark[] {
  return reading.known
    .filter(({ claim, top }) => top === claim.id)
    .flatMap(({ claim }): Remark[] => {
      const { body } = claim;
      const topic = setAside(claim) ?? (body.kind === 'statement' ? capitalise(body.topic) : null);
      if (topic === null) return [];
      return [
        {
          topic,
          name: capitalise(formatSpeaker(claim.claimant, reading.actors)),
          paraphrase: claim.paraphrase,
          when: formatMoment(reading, [claim.id]),
          href: claimHref(claim.id),
        },
      ];
    })
    .sort((a, b) => (a.topic === b.topic ? 0 : a.topic < b.topic ? -1 : 1));
}
