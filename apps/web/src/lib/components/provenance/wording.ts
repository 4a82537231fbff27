import {
  type ActorId,
  type Dossier,
  indexById,
  questionKind,
  type Assessment,
  type Stance,
} from '@counterclaim/domain';
import { formatAnswer } from '#lib/format/answer.ts';
import { capitalise } from '#lib/format/capitalise.ts';
import { formatActorKind } from '#lib/format/kind.ts';
import { formatCount, formatList, formatNumber } from '#lib/format/number.ts';
import { formatQuestion, formatSlug, type QuestionNames } from '#lib/format/question.ts';
import { actorName, formatOwner, formatSpeaker } from '#lib/format/speaker.ts';
import { type AnswerChain, type ChainNode, chainsOf, type PositionChain, type QuestionChains } from './chain.ts';

/** How the statements of an event travelled, in words and trees: all that a page shows of it, and nothing to work out. */
export interface ProvenanceWording {
  /** Who did it or, where nobody says, the first question. */
  readonly shown: readonly WordedQuestion[];
  readonly rest: readonly WordedQuestion[];
  /** What stands behind the disclosure; `null` where there is nothing more. */
  readonly restSummary: string | null;
}

export interface WordedQuestion {
  /** `null` of who did it: each position says of whom. */
  readonly heading: string | null;
  readonly positions: readonly WordedPosition[];
}

export interface WordedPosition {
  readonly owner: string;
  /** Of who did it; else empty. */
  readonly stances: readonly Stance[];
  /** Of whom, or the answer. */
  readonly about: string | null;
  readonly restatement: boolean;
  readonly origins: string;
  readonly originsWord: string;
  readonly documents: string;
  readonly answers: readonly WordedAnswer[];
}

export interface WordedAnswer {
  /** The answer, where the position holds several. */
  readonly words: string | null;
  readonly speakers: readonly string[];
  /** How many speakers more, and on what platform. */
  readonly remark: string | null;
  readonly origins: readonly Station[];
}

/** Somebody who passed a statement on, with those who had it from them. */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  /** Its own documents. */
  readonly documents: readonly { readonly href: string; readonly title: string }[];
  readonly next: readonly Station[];
}

/** More speakers than this are counted, not named. */
const MOST_SPEAKERS = 4;

const RESPONSIBILITY = 'responsibility';

/** Words the roads of an event's current statements. */
export function provenanceOf(dossier: Dossier, assessment: Assessment): ProvenanceWording {
  const names = { actors: indexById(dossier.actors), places: indexById(dossier.places) };
  const questions = chainsOf(dossier, assessment);
  const who = questions.filter(({ question }) => questionKind(question) === RESPONSIBILITY);
  const shown = who.length > 0 ? who : questions.slice(0, 1);
  const rest = questions.filter((question) => !shown.includes(question));
  const positions = rest.reduce((sum, { chains }) => sum + chains.length, 0);
  const worded = (list: readonly QuestionChains[]): WordedQuestion[] =>
    list.map((question) => wordQuestion(question, names, dossier.event.zone));
  return {
    shown: worded(shown),
    rest: worded(rest),
    restSummary:
      rest.length === 0
        ? null
        : `How ${formatCount(positions, 'other position')} travelled, on ${formatCount(rest.length, 'question')}`,
  };
}

const wordQuestion = ({ question, chains }: QuestionChains, names: QuestionNames, zone: string): WordedQuestion => ({
  heading: questionKind(question) === RESPONSIBILITY ? null : capitalise(formatQuestion(question, names)),
  positions: chains.map((chain) => wordPosition(chain, names, zone)),
});

function wordPosition(chain: PositionChain, { actors }: QuestionNames, zone: string): WordedPosition {
  const { question, owner, answers } = chain;
  const words = answers.map(({ answer }) => formatAnswer(question, answer, zone));
  const stances = questionKind(question) === RESPONSIBILITY ? answers.map(({ answer }) => answer as Stance) : [];
  return {
    owner: formatOwner(owner, actors),
    stances,
    about: stances.length === 0 ? formatList(words, 'or') : aboutWhom(chain, stances, actors),
    restatement: chain.restatement,
    origins: formatNumber(chain.origins),
    originsWord: chain.origins === 1 ? 'origin' : 'independent origins',
    documents: formatCount(chain.documents, 'document'),
    answers: answers.map((answer, index) => ({
      words: answers.length > 1 ? capitalise(words[index] ?? '') : null,
      ...wordAnswer(answer, actors),
    })),
  };
}

/** Whom a stance is about; whoever claims or denies speaks of its own side, which needs no word where it is itself. */
function aboutWhom(
  { question, owner }: PositionChain,
  stances: readonly Stance[],
  actors: QuestionNames['actors'],
): string | null {
  const party = question.slice(RESPONSIBILITY.length + 1);
  if (party === owner) return null;
  const name = actorName(party as ActorId, actors);
  return stances.some((stance) => stance === 'claims' || stance === 'denies') ? `for ${name}` : name;
}

function wordAnswer(
  { speakers, channels, origins }: AnswerChain,
  actors: QuestionNames['actors'],
): Omit<WordedAnswer, 'words'> {
  const more = speakers.length - MOST_SPEAKERS;
  const remarks = [
    ...(more > 0 ? [`and ${formatCount(more, 'other speaker')}`] : []),
    ...(channels.length > 0 ? [`on ${formatList(channels.map((channel) => capitalise(formatSlug(channel))))}`] : []),
  ];
  return {
    speakers: speakers.slice(0, MOST_SPEAKERS).map((speaker) => formatSpeaker(speaker, actors)),
    remark: remarks.length === 0 ? null : remarks.join(', '),
    origins: origins.map(stationOf),
  };
}

const stationOf = ({ actor, name, kind, documents, next }: ChainNode): Station => ({
  id: actor,
  name,
  kind: kind === null ? null : formatActorKind(kind),
  documents: documents.map(({ claim, title }) => ({ href: `/claims/${claim}`, title })),
  next: next.map(stationOf),
});
