import { type ActorIndex, rootOf } from './actor.ts';
import { type Outcome, outcomesDenied, type Persons, widerOutcomes } from './casualties.ts';
import { type Claim, type ClaimKind, type Fate, isNamed, type NamedAuthor, type Stance, UNKNOWN } from './claim.ts';
import type { ActorId, PlaceId } from './identifier.ts';
import { isEdtf } from './edtf.ts';
import { interval, intersects, isNone, type Quantity, quantityKey } from './quantity.ts';
import { remembering } from './remembering.ts';
import { overlaps, type Span, spanOf } from './time.ts';

/** When something started or ended, as one claimant says. */
export interface TimeAnswer {
  /** EDTF. */
  readonly at: string;
  /** How far it may be off, in minutes, either way. */
  readonly within?: number | undefined;
}

/** What one claimant says in answer to one question: a number, a time, a stance, yes or no, or a phrase of ours. */
export type Answer = Quantity | TimeAnswer | string | boolean;

/** Whether an answer is a number. */
export const isQuantity = (answer: Answer): answer is Quantity => typeof answer === 'object' && 'bound' in answer;

/** Identifies what is asked; only answers under one key are ever compared. */
export type QuestionKey = string;

export interface QuestionAnswer {
  readonly key: QuestionKey;
  readonly answer: Answer;
}

const scoped = (key: string, scope: PlaceId | undefined): string => (scope === undefined ? key : `${key}@${scope}`);

interface CasualtiesQuestion {
  readonly outcome: Outcome;
  readonly persons: Persons;
  readonly of?: ActorId | undefined;
  readonly perpetrators: boolean;
  readonly scope?: PlaceId | undefined;
}

const casualtiesKey = ({ outcome, persons, of, perpetrators, scope }: CasualtiesQuestion): QuestionKey =>
  scoped(
    `casualties:${outcome}:${persons}${of === undefined ? '' : `/${of}`}${perpetrators ? '+perpetrators' : ''}`,
    scope,
  );

/** The party an author stands for: the root of a named one, of an unnamed one's body, else `unknown`. */
function authorRoot(author: NamedAuthor, actors: ActorIndex): ActorId | typeof UNKNOWN {
  if (isNamed(author)) return rootOf(author, actors);
  return typeof author === 'object' && author.of !== undefined ? rootOf(author.of, actors) : UNKNOWN;
}

/** Stances that answer who did it; the others only say that there is nothing to say. */
const answersWho = (stance: Stance): boolean => stance !== 'declines' && stance !== 'none-claimed';

/**
 * The questions that a claim answers, with its answers (rule `question.key`). Statements, and those who
 * decline to say, answer none.
 */
export function answersOf(claim: Pick<Claim, 'body' | 'paraphrase'>, actors: ActorIndex): QuestionAnswer[] {
  const { body } = claim;
  switch (body.kind) {
    case 'responsibility':
      return answersWho(body.stance)
        ? [...new Set(body.actors.map((author) => authorRoot(author, actors)))].map((root) => ({
            key: `responsibility:${root}`,
            answer: body.stance,
          }))
        : [];
    case 'casualties': {
      const question = {
        persons: body.persons,
        of: body.of,
        perpetrators: body.includesPerpetrators === true,
        scope: body.scope,
      };
      const outcomes = isNone(body.quantity) ? outcomesDenied(body.outcome) : [body.outcome];
      return outcomes.map((outcome) => ({ key: casualtiesKey({ ...question, outcome }), answer: body.quantity }));
    }
    case 'munitions':
      return [{ key: scoped(`munitions:${body.class}:${body.fate}`, body.scope), answer: body.quantity }];
    case 'count': {
      const measure = `count:${body.measure}${body.by === undefined ? '' : `/${body.by}`}`;
      const key = scoped(measure, body.scope);
      return [{ key: body.at === undefined ? key : `${key}@${body.at}`, answer: body.quantity }];
    }
    case 'occurrence':
      return [{ key: `occurrence:${body.what}`, answer: body.happened }];
    case 'weapon':
      return [{ key: 'weapon', answer: body.weapon }];
    case 'time':
      return [{ key: `time:${body.of}`, answer: { at: body.value, within: body.within } }];
    case 'statement':
      return [];
    case 'launch':
    case 'target':
    case 'damage':
    case 'parties':
    case 'location':
    case 'reaction':
      return [{ key: body.kind, answer: claim.paraphrase }];
  }
}

/** The questions that a claim answers. */
export const questionsOf = (claim: Pick<Claim, 'body' | 'paraphrase'>, actors: ActorIndex): QuestionKey[] =>
  answersOf(claim, actors).map(({ key }) => key);

/** The kind of claim that a question is about. */
export const questionKind = (key: QuestionKey): ClaimKind => key.split(':', 1)[0] as ClaimKind;

const NUMERIC: ReadonlySet<string> = new Set<ClaimKind>(['casualties', 'munitions', 'count']);
const COMPARED: ReadonlySet<string> = new Set<ClaimKind>([
  'casualties',
  'munitions',
  'count',
  'occurrence',
  'weapon',
  'time',
]);

/** Whether a question's answers are numbers, so that it has a range. */
export const isNumericQuestion = (key: QuestionKey): boolean => NUMERIC.has(questionKind(key));

/** Whether a question's answers are held against each other, or only listed. */
export const isComparedQuestion = (key: QuestionKey): boolean => COMPARED.has(questionKind(key));

/**
 * The questions of which a question is a part, at any distance: a scope of the whole, a group of persons
 * of all, the killed or the injured of both, any fate of what was fired. Counts that include the
 * perpetrators, and counts of perpetrators, are no part of the victims (rule `position.floor`).
 */
export const widerQuestions = /* @__PURE__ */ remembering(2_000, (key: QuestionKey): readonly QuestionKey[] => {
  const found = new Set<QuestionKey>();
  const open = [key];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const wider of nextWider(next)) {
      if (found.has(wider)) continue;
      found.add(wider);
      open.push(wider);
    }
  }
  return [...found];
});

function nextWider(key: QuestionKey): QuestionKey[] {
  const at = key.indexOf('@');
  const head = at < 0 ? key : key.slice(0, at);
  const scope = at < 0 ? '' : key.slice(at);
  const [kind, first = '', second = ''] = head.split(':');
  const wider: QuestionKey[] = [];
  if (kind === 'casualties') {
    const [group = '', of] = second.split('/');
    const persons = group.replace('+perpetrators', '');
    if (second.includes('+perpetrators') || persons === 'perpetrators') return [];
    if (scope !== '') wider.push(head);
    if (of !== undefined) wider.push(`casualties:${first}:${persons}${scope}`);
    if (persons !== 'all') wider.push(`casualties:${first}:all${of === undefined ? '' : `/${of}`}${scope}`);
    for (const outcome of widerOutcomes(first as Outcome)) wider.push(`casualties:${outcome}:${second}${scope}`);
  } else if (kind === 'munitions') {
    if (scope !== '') wider.push(head);
    if ((second as Fate) !== 'fired') wider.push(`munitions:${first}:fired${scope}`);
  } else if (kind === 'count' && scope !== '') {
    // A date says when it was counted, not where: other dates are other questions.
    const dates = scope.split('@').filter(isEdtf);
    const unscoped = [head, ...dates].join('@');
    if (unscoped !== key) wider.push(unscoped);
  }
  return wider;
}

/** One text for each distinct answer. */
export function answerKey(answer: Answer): string {
  if (typeof answer !== 'object') return `${typeof answer} ${String(answer)}`;
  return isQuantity(answer) ? quantityKey(answer) : `time ${answer.at} ±${answer.within ?? 0}`;
}

/** Whether an answer is a no: none, none known, denied, not so. */
export const isNo = (answer: Answer): boolean =>
  isQuantity(answer) ? isNone(answer) : answer === false || answer === 'denies';

/** The stretch of time that an answer allows, its margin included. */
function timeSpan({ at, within = 0 }: TimeAnswer, zone: string): Span {
  const { start, end } = spanOf(at, zone);
  return { start: start - within * 60_000, end: end + within * 60_000 };
}

/**
 * Whether two answers can both be true: intervals or spans that meet, else the same answer.
 *
 * @param zone IANA zone of the event, for times.
 */
export function meet(a: Answer, b: Answer, zone: string): boolean {
  if (typeof a === 'object' && typeof b === 'object') {
    if (isQuantity(a) && isQuantity(b)) return intersects(interval(a), interval(b));
    if (!isQuantity(a) && !isQuantity(b)) return overlaps(timeSpan(a, zone), timeSpan(b, zone));
  }
  return answerKey(a) === answerKey(b);
}
