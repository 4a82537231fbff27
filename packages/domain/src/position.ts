import type { ActorId, ClaimId } from './identifier.ts';
import { interval } from './quantity.ts';
import { type Answer, answerKey, answersOf, isNo, isQuantity, type QuestionKey } from './question.ts';
import { because, type Because } from './rule.ts';
import { holdsPosition, type Owner, type Utterance, type Utterances } from './statement.ts';
import { formatInstant, type Span } from './time.ts';

/** How an owner's answers moved: not at all, from one to another, from yes to no or back, or to an admission. */
export type Course = 'kept' | 'revised' | 'reversed' | 'conceded';

/** When an answer dates from: half-open, ISO 8601 in UTC; `null` where nothing bounds it. */
export interface DatedSpan {
  readonly from: string | null;
  readonly until: string | null;
}

/** An answer with the claims that give it. */
export interface HeldAnswer {
  readonly answer: Answer;
  readonly claims: readonly ClaimId[];
  /** Number of independent origins: wires and relays count once, however many papers carry them. */
  readonly origins: number;
  readonly dated: DatedSpan;
}

/** An answer that its owner no longer holds, and why. */
export interface PastAnswer extends HeldAnswer {
  readonly reason: 'superseded' | 'retracted' | 'later-answer';
}

/** The answers that one owner holds on one question. */
export interface Position {
  readonly owner: Owner;
  /** The body behind the owner; `null` for an unnamed person of no known body. */
  readonly actor: ActorId | null;
  /** The party at the top of `actor`. */
  readonly root: ActorId | null;
  /** Current answers; several when they cannot be put in order. */
  readonly answers: readonly Answer[];
  /** The answers with their claims, in the same order; of a floor, one entry for each answer on the part. */
  readonly held: readonly HeldAnswer[];
  readonly origins: number;
  readonly course: Course;
  readonly past: readonly PastAnswer[];
  /** The narrower question whose number this one rests on, where the owner spoke only of a part. */
  readonly floor?: QuestionKey;
  /** Only compilers hold it, passing on what others said. */
  readonly restatement?: true;
  readonly claims: readonly ClaimId[];
  readonly because: readonly Because[];
}

/** A position while the others are still being worked out. */
export type DraftPosition = Omit<Position, 'course' | 'because'>;

/** Question → owner → position. */
export type Positions<Held = DraftPosition> = Map<QuestionKey, Map<Owner, Held>>;

const originsOf = (utterances: readonly Utterance[]): number =>
  new Set(utterances.map(({ origin, claim }) => origin ?? claim.id)).size;

/** When an answer dates from: the latest `said` given for it, or, with none, between the event and its first print. */
function spanOfAnswer(utterances: readonly Utterance[], eventStart: number): Span {
  let latest: Span | null = null;
  for (const { said } of utterances) {
    if (said === null) continue;
    if (latest === null || said.start > latest.start || (said.start === latest.start && said.end > latest.end))
      latest = said;
  }
  return latest ?? { start: eventStart, end: Math.min(...utterances.map(({ known }) => known)) };
}

interface Group {
  readonly answer: Answer;
  readonly utterances: Utterance[];
}

const heldAnswer = ({ answer, utterances }: Group, eventStart: number): HeldAnswer => {
  const span = spanOfAnswer(utterances, eventStart);
  return {
    answer,
    claims: utterances.map(({ claim }) => claim.id).sort(),
    origins: originsOf(utterances),
    dated: { from: formatInstant(span.start), until: formatInstant(span.end) },
  };
};

const byAnswer = (a: { answer: Answer }, b: { answer: Answer }): number => {
  if (isQuantity(a.answer) && isQuantity(b.answer)) {
    const left = interval(a.answer);
    const right = interval(b.answer);
    if (left.min !== right.min) return left.min - right.min;
    if (left.max !== right.max) return left.max < right.max ? -1 : 1;
  }
  return answerKey(a.answer) < answerKey(b.answer) ? -1 : 1;
};

/** Groups what was said by question, owner and answer; a repeat counts for the answer of its statement. */
function groupAnswers(seen: readonly Utterance[], all: Utterances): Map<QuestionKey, Map<Owner, Map<string, Group>>> {
  const held = new Map<QuestionKey, Map<Owner, Map<string, Group>>>();
  for (const utterance of seen) {
    const top = all.byId.get(utterance.top) ?? utterance;
    if (!holdsPosition(top.claim)) continue;
    for (const { key, answer } of answersOf(top.claim, all.actors)) {
      let owners = held.get(key);
      if (owners === undefined) held.set(key, (owners = new Map<Owner, Map<string, Group>>()));
      let answers = owners.get(top.owner);
      if (answers === undefined) owners.set(top.owner, (answers = new Map<string, Group>()));
      const name = answerKey(answer);
      const group = answers.get(name);
      if (group === undefined) answers.set(name, { answer, utterances: [utterance] });
      else group.utterances.push(utterance);
    }
  }
  return held;
}

/** Statements that a known claim supersedes or retracts, and which of the two. */
export function replacedBy(seen: readonly Utterance[], all: Utterances): Map<ClaimId, 'superseded' | 'retracted'> {
  const gone = new Map<ClaimId, 'superseded' | 'retracted'>();
  const topOf = (id: ClaimId): ClaimId => all.byId.get(id)?.top ?? id;
  for (const { claim } of seen) {
    for (const id of claim.relations?.supersedes ?? []) if (!gone.has(topOf(id))) gone.set(topOf(id), 'superseded');
    for (const id of claim.relations?.retracts ?? []) gone.set(topOf(id), 'retracted');
  }
  return gone;
}

/**
 * The positions that follow from the claims known so far, before floors (rules `position.current`, `claim.restatement`).
 */
export function positionsFrom(seen: readonly Utterance[], all: Utterances): Positions {
  const gone = replacedBy(seen, all);
  const positions: Positions = new Map();
  for (const [key, owners] of groupAnswers(seen, all)) {
    for (const [owner, groups] of owners) {
      const position = currentPosition(key, owner, [...groups.values()], gone, seen, all);
      if (position === null) continue;
      const onQuestion = positions.get(key);
      if (onQuestion === undefined) positions.set(key, new Map([[owner, position]]));
      else onQuestion.set(owner, position);
    }
  }
  dropRestatements(positions);
  return positions;
}

function currentPosition(
  key: QuestionKey,
  owner: Owner,
  groups: readonly Group[],
  gone: ReadonlyMap<ClaimId, 'superseded' | 'retracted'>,
  seen: readonly Utterance[],
  all: Utterances,
): DraftPosition | null {
  const dated = groups.map((group) => ({ group, span: spanOfAnswer(group.utterances, all.eventStart) }));
  const live: Group[] = [];
  const past: PastAnswer[] = [];
  for (const { group, span } of dated) {
    const replaced = group.utterances.map(({ top }) => gone.get(top)).find((reason) => reason !== undefined);
    const outdated = dated.some((other) => other.group !== group && span.end <= other.span.start);
    if (replaced === undefined && !outdated) live.push(group);
    else past.push({ ...heldAnswer(group, all.eventStart), reason: replaced ?? 'later-answer' });
  }
  const [first] = live;
  if (first === undefined) return null;
  past.push(...supersededElsewhere(key, owner, live, seen, all));
  live.sort(byAnswer);
  const utterances = live.flatMap((group) => group.utterances);
  const speaker = all.byId.get(first.utterances[0]?.top ?? ('' as ClaimId)) ?? first.utterances[0];
  const restates = utterances.every(({ top, restates }) => all.byId.get(top)?.restates ?? restates);
  const held = live.map((group) => heldAnswer(group, all.eventStart));
  return {
    owner,
    actor: speaker?.actor ?? null,
    root: speaker?.root ?? null,
    answers: held.map(({ answer }) => answer),
    held,
    origins: originsOf(utterances),
    past: past.sort(byAnswer),
    ...(restates ? { restatement: true as const } : {}),
    claims: utterances.map(({ claim }) => claim.id).sort(),
  };
}

/** Answers of other speakers of the body on this question that the current ones supersede. */
function supersededElsewhere(
  key: QuestionKey,
  owner: Owner,
  live: readonly Group[],
  seen: readonly Utterance[],
  all: Utterances,
): PastAnswer[] {
  const found = new Map<string, Group & { reason: PastAnswer['reason'] }>();
  for (const { claim } of live.flatMap(({ utterances }) => utterances)) {
    const { supersedes = [], retracts = [] } = claim.relations ?? {};
    for (const id of [...supersedes, ...retracts]) {
      const top = all.byId.get(all.byId.get(id)?.top ?? id);
      if (top === undefined || top.owner === owner || !holdsPosition(top.claim)) continue;
      const answer = answersOf(top.claim, all.actors).find((given) => given.key === key)?.answer;
      const utterances = seen.filter((utterance) => utterance.top === top.claim.id);
      if (answer === undefined || utterances.length === 0) continue;
      const name = `${top.owner} ${answerKey(answer)}`;
      const group = found.get(name);
      if (group === undefined) {
        found.set(name, {
          answer,
          utterances: [...utterances],
          reason: supersedes.includes(id) ? 'superseded' : 'retracted',
        });
      } else {
        for (const utterance of utterances) if (!group.utterances.includes(utterance)) group.utterances.push(utterance);
      }
    }
  }
  return [...found.values()].map((group) => ({ ...heldAnswer(group, all.eventStart), reason: group.reason }));
}

/** Where somebody answers for themselves, those who only pass on hold no position. */
function dropRestatements(positions: Positions): void {
  for (const owners of positions.values()) {
    if ([...owners.values()].every(({ restatement }) => restatement === true)) continue;
    for (const [owner, { restatement }] of owners) if (restatement === true) owners.delete(owner);
  }
}

/** How a position moved (rule `position.course`). `responsible` are the parties that claim the event or stand accused of it. */
export function courseOf(position: DraftPosition, responsible: ReadonlySet<ActorId>): Course {
  if (position.past.length === 0) return 'kept';
  const turned = position.past.some(({ answer: before }) => position.answers.some((now) => isNo(before) !== isNo(now)));
  if (!turned) return 'revised';
  return position.root !== null && responsible.has(position.root) ? 'conceded' : 'reversed';
}

/** Completes a position with its course and its reasons. */
export function settle(position: DraftPosition, responsible: ReadonlySet<ActorId>): Position {
  const reasons = [because('position.current', position.claims), because('position.origins', position.claims)];
  if (position.past.length > 0) {
    reasons.push(because('position.course', [...position.claims, ...position.past.flatMap(({ claims }) => claims)]));
  }
  if (position.floor !== undefined) reasons.push(because('position.floor', position.claims));
  if (position.restatement === true) reasons.push(because('claim.restatement', position.claims));
  return { ...position, course: courseOf(position, responsible), because: reasons };
}
