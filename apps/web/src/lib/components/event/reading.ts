import type { EventAnswer } from '@counterclaim/api/client';
import {
  type Actor,
  type ActorId,
  type Assessment,
  type Claim,
  type ClaimId,
  indexById,
  type Instant,
  type Owner,
  type Place,
  type PlaceId,
  type QuestionAssessment,
  type QuestionKey,
  type Source,
  type SourceId,
  sourceIdOf,
  type Utterance,
  type Utterances,
  utterancesOf,
} from '@counterclaim/domain';

/** An event's answer with the indexes that every form of the page looks things up in. */
export interface Reading {
  readonly detail: EventAnswer;
  readonly zone: string;
  readonly assessment: Assessment;
  readonly questions: ReadonlyMap<QuestionKey, QuestionAssessment>;
  /** Claims that count: neither they nor their documents were taken back. */
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly utterances: Utterances;
  /** The utterances that count as of the assessment's instant. */
  readonly known: readonly Utterance[];
  /** Whose owner each is: the body behind it, `null` for an unnamed person of no known body. */
  readonly owners: ReadonlyMap<Owner, ActorId | null>;
}

/** Indexes an event's answer once. */
export function readEvent(detail: EventAnswer): Reading {
  const { assessment } = detail;
  const asOf: Instant = assessment.asOf === null ? Infinity : Date.parse(assessment.asOf);
  const utterances = utterancesOf(detail);
  return {
    detail,
    zone: detail.event.zone,
    assessment,
    questions: new Map(assessment.questions.map((question) => [question.key, question])),
    claims: indexById(utterances.all.map(({ claim }) => claim)),
    sources: indexById(detail.sources),
    actors: indexById(detail.actors),
    places: indexById(detail.places),
    utterances,
    known: utterances.all.filter(({ known }) => known <= asOf),
    owners: new Map(utterances.all.map(({ owner, actor }) => [owner, actor])),
  };
}

/** An actor's name; its id where the ledger does not hold it. */
export const actorName = ({ actors }: Pick<Reading, 'actors'>, id: ActorId): string => actors.get(id)?.name ?? id;

/** A place's name; its id where the ledger does not hold it. */
export const placeName = ({ places }: Pick<Reading, 'places'>, id: string): string =>
  places.get(id as PlaceId)?.name ?? id;

/** The number of documents that some claims stand in. */
export const documentsOf = (claims: Iterable<ClaimId>): number => new Set([...claims].map(sourceIdOf)).size;

/** Where a claim has its page. */
export const claimHref = (claim: ClaimId): string => `/claims/${claim}`;
