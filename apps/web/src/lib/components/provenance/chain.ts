import {
  type Actor,
  type ActorId,
  type Answer,
  type Assessment,
  type Claim,
  type ClaimId,
  type Dossier,
  indexById,
  type Owner,
  type Position,
  type QuestionKey,
  questionKind,
  type Source,
  type Speaker,
} from '@counterclaim/domain';

/** A document in which a statement stands, at the end of its road. */
export interface ChainDocument {
  readonly claim: ClaimId;
  readonly title: string;
}

/** Somebody who passed a statement on, with those who had it from them. */
export interface ChainNode {
  readonly actor: ActorId;
  readonly name: string;
  readonly kind: Actor['kind'] | null;
  /** Documents that this one published itself. */
  readonly documents: readonly ChainDocument[];
  readonly next: readonly ChainNode[];
}

/** One answer of a position and the roads it took; the first nodes are its independent origins. */
export interface AnswerChain {
  readonly answer: Answer;
  /** Whoever spoke, as the documents name them. */
  readonly speakers: readonly Speaker[];
  /** Platforms on which it was published. */
  readonly channels: readonly string[];
  readonly origins: readonly ChainNode[];
}

/** How the statements behind one position travelled. */
export interface PositionChain {
  readonly question: QuestionKey;
  readonly owner: Owner;
  readonly restatement: boolean;
  /** Independent origins: the number that counts. */
  readonly origins: number;
  readonly documents: number;
  /** One for each answer: several where they cannot be put in order. */
  readonly answers: readonly AnswerChain[];
}

/** The chains of one question. */
export interface QuestionChains {
  readonly question: QuestionKey;
  readonly chains: readonly PositionChain[];
}

/** Who did it comes first, then the numbers, then the rest. */
const ORDER = ['responsibility', 'casualties', 'munitions', 'count', 'weapon', 'launch', 'target', 'occurrence'];

const rank = (key: QuestionKey): number => {
  const index = ORDER.indexOf(questionKind(key));
  return index < 0 ? ORDER.length : index;
};

/**
 * The roads of an event's current statements, from the claimant over relays and wires to the documents, by question and
 * position. Positions that only set a floor appear at the question that they are really about.
 *
 * @param dossier The event with its claims; claims that the assessment does not use are left out.
 */
export function chainsOf(dossier: Dossier, assessment: Assessment): QuestionChains[] {
  const road = roads(dossier);
  return assessment.questions
    .map(({ key, positions }) => ({
      question: key,
      chains: positions
        .filter(({ floor }) => floor === undefined)
        .map((position) => positionChain(key, position, road))
        .sort((a, b) => b.origins - a.origins || b.documents - a.documents || compare(a.owner, b.owner)),
    }))
    .filter(({ chains }) => chains.length > 0)
    .sort((a, b) => rank(a.question) - rank(b.question) || compare(a.question, b.question));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A claim with the actors through whose hands it went, nearest the claimant first, ending at the publisher. */
interface Road {
  readonly claim: Claim;
  readonly source: Source | undefined;
  readonly stations: readonly ActorId[];
}

interface Roads {
  readonly of: (claim: ClaimId) => Road | undefined;
  readonly actor: (id: ActorId) => Actor | undefined;
}

function roads(dossier: Dossier): Roads {
  const sources = indexById(dossier.sources);
  const claims = indexById(dossier.claims);
  const actors = indexById(dossier.actors);
  return {
    actor: (id) => actors.get(id),
    of: (id) => {
      const claim = claims.get(id);
      if (claim === undefined) return undefined;
      const source = sources.get(claim.source);
      const wire = claim.wire ?? source?.wire;
      const all = [...(claim.via ?? []), ...(wire === undefined ? [] : [wire]), ...(source ? [source.publisher] : [])];
      // A publisher that is its own wire or relay is one station.
      return { claim, source, stations: all.filter((station, index) => all.indexOf(station) === index) };
    },
  };
}

function positionChain(question: QuestionKey, position: Position, road: Roads): PositionChain {
  const answers = position.held.map(({ answer, claims }) =>
    answerChain(
      answer,
      claims.flatMap((id) => road.of(id) ?? []),
      road,
    ),
  );
  return {
    question,
    owner: position.owner,
    restatement: position.restatement === true,
    origins: position.origins,
    documents: new Set(position.claims.flatMap((id) => road.of(id)?.claim.source ?? [])).size,
    answers,
  };
}

function answerChain(answer: Answer, roads: readonly Road[], road: Roads): AnswerChain {
  const speakers = new Map(roads.map(({ claim }) => [JSON.stringify(claim.claimant), claim.claimant]));
  return {
    answer,
    speakers: [...speakers.values()],
    channels: [...new Set(roads.flatMap(({ claim }) => claim.channel ?? []))].sort(),
    origins: nodesOf(roads, 0, road),
  };
}

/** Gathers roads that go through the same station; sorted by documents carried, then by name. */
function nodesOf(roads: readonly Road[], depth: number, road: Roads): ChainNode[] {
  const stations = new Map<ActorId, Road[]>();
  for (const each of roads) {
    const station = each.stations[depth];
    if (station === undefined) continue;
    const present = stations.get(station);
    if (present === undefined) stations.set(station, [each]);
    else present.push(each);
  }
  return [...stations]
    .map(([actor, through]): ChainNode => {
      const known = road.actor(actor);
      return {
        actor,
        name: known?.name ?? actor,
        kind: known?.kind ?? null,
        documents: through.filter(({ stations: all }) => all.length === depth + 1).flatMap(documentOf),
        next: nodesOf(through, depth + 1, road),
      };
    })
    .sort((a, b) => carried([b]) - carried([a]) || compare(a.name, b.name));
}

const documentOf = ({ claim, source }: Road): ChainDocument[] =>
  source === undefined ? [] : [{ claim: claim.id, title: source.title }];

/** The number of documents at the ends of some nodes. */
const carried = (nodes: readonly ChainNode[]): number =>
  nodes.reduce((sum, { documents, next }) => sum + documents.length + carried(next), 0);
