import {
  type Answer,
  answerKey,
  answersOf,
  type ClaimId,
  type HeldAnswer,
  holdsPosition,
  type Owner,
  type PastAnswer,
  type Position,
  type QuestionKey,
  type Utterance,
} from '@counterclaim/domain';
import type { Reading } from './reading.ts';

/**
 * How an answer stands: `current`, `past` (superseded, retracted or provably outlived), or `restated` by compilers, who hold no
 * position because others answer for themselves.
 */
export type Standing = 'current' | 'past' | 'restated';

/** One answer that one owner gave to one question, current or not. */
export interface GivenAnswer {
  readonly key: QuestionKey;
  readonly owner: Owner;
  readonly answer: Answer;
  readonly standing: Standing;
  /** Why it is past. */
  readonly reason?: PastAnswer['reason'] | undefined;
  /** The narrower question that it is really about, where it only sets a floor. */
  readonly floor?: QuestionKey | undefined;
  /** Only compilers hold it, because nobody else answers. */
  readonly restatement: boolean;
  readonly claims: readonly ClaimId[];
  readonly origins: number;
}

const originsOf = (utterances: readonly Utterance[]): number =>
  new Set(utterances.map(({ origin, claim }) => origin ?? claim.id)).size;

const ofPosition = (
  key: QuestionKey,
  position: Position,
  { answer, claims, origins }: HeldAnswer | PastAnswer,
  standing: Standing,
): Omit<GivenAnswer, 'reason'> => ({
  key,
  owner: position.owner,
  answer,
  standing,
  floor: position.floor,
  restatement: position.restatement === true,
  claims,
  origins,
});

/**
 * Every answer known as of the assessment, by question: those of the positions, and those that no position shows any more: of an
 * owner who moved on to another question, and of compilers where others answer for themselves.
 */
export function answersGiven(reading: Reading): ReadonlyMap<QuestionKey, readonly GivenAnswer[]> {
  const given = new Map<QuestionKey, GivenAnswer[]>();
  const shown = new Set<string>();
  const add = (answer: GivenAnswer): void => {
    const list = given.get(answer.key);
    if (list === undefined) given.set(answer.key, [answer]);
    else list.push(answer);
    for (const claim of answer.claims) shown.add(`${answer.floor ?? answer.key} ${claim}`);
  };
  for (const { key, positions } of reading.assessment.questions) {
    for (const position of positions) {
      for (const held of position.held) add(ofPosition(key, position, held, 'current'));
      for (const past of position.past) add({ ...ofPosition(key, position, past, 'past'), reason: past.reason });
    }
  }
  for (const answer of unheld(reading, shown)) add(answer);
  return given;
}

/** Answers that no position holds or remembers. */
function unheld({ known, utterances }: Reading, shown: ReadonlySet<string>): GivenAnswer[] {
  const replaced = replacements(known, utterances.byId);
  const groups = new Map<string, { key: QuestionKey; answer: Answer; utterances: Utterance[]; top: Utterance }>();
  for (const utterance of known) {
    const top = utterances.byId.get(utterance.top) ?? utterance;
    if (!holdsPosition(top.claim)) continue;
    for (const { key, answer } of answersOf(top.claim, utterances.actors)) {
      if (shown.has(`${key} ${utterance.claim.id}`)) continue;
      const name = `${key} ${top.owner} ${answerKey(answer)}`;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, { key, answer, utterances: [utterance], top });
      else group.utterances.push(utterance);
    }
  }
  return [...groups.values()].map(({ key, answer, utterances: all, top }) => {
    const reason = all.map((utterance) => replaced.get(utterance.top)).find((found) => found !== undefined);
    return {
      key,
      owner: top.owner,
      answer,
      standing: reason === undefined && top.restates ? 'restated' : 'past',
      reason: reason ?? (top.restates ? undefined : 'later-answer'),
      restatement: top.restates,
      claims: all.map(({ claim }) => claim.id).sort(),
      origins: originsOf(all),
    };
  });
}

/** Statements that a known one supersedes or retracts, by the claim at their root. */
function replacements(
  known: readonly Utterance[],
  byId: ReadonlyMap<ClaimId, Utterance>,
): Map<ClaimId, 'superseded' | 'retracted'> {
  const found = new Map<ClaimId, 'superseded' | 'retracted'>();
  for (const { claim } of known) {
    for (const id of claim.relations?.supersedes ?? []) found.set(byId.get(id)?.top ?? id, 'superseded');
    for (const id of claim.relations?.retracts ?? []) found.set(byId.get(id)?.top ?? id, 'retracted');
  }
  return found;
}
