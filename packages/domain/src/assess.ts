import { type Agreement, agreementOf, type DisputedPair, type Range, rangeOf } from './agreement.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import { type Breakdown, breakdownsOf } from './breakdown.ts';
import type { Claim, ClaimKind } from './claim.ts';
import { addFloors } from './floor.ts';
import type { ActorId, ClaimId, EventId } from './identifier.ts';
import type { Dossier } from './ledger.ts';
import { type Position, positionsFrom, replacedBy, settle } from './position.ts';
import { questionKind, type QuestionKey } from './question.ts';
import { because, type Because } from './rule.ts';
import { type Utterance, type Utterances, utterancesOf } from './statement.ts';
import { formatInstant, type Instant } from './time.ts';

/** One question with everything that was said on it. */
export interface QuestionAssessment {
  readonly key: QuestionKey;
  readonly kind: ClaimKind;
  readonly agreement: Agreement;
  /** `null` where the question is no number, or no number is stated. */
  readonly range: Range | null;
  /** Sorted by owner. */
  readonly positions: readonly Position[];
  readonly pairs: readonly DisputedPair[];
  readonly because: readonly Because[];
}

/** What the ledger derives of one event, from the claims known by an instant. */
export interface Assessment {
  readonly event: EventId;
  /** ISO 8601 in UTC; `null` for everything the ledger holds, dated or not. */
  readonly asOf: string | null;
  readonly attribution: Attribution;
  /** Sorted by key. */
  readonly questions: readonly QuestionAssessment[];
  readonly breakdowns: readonly Breakdown[];
  /** Claims that may have been made by then, but were not known yet: listed, not used. Sorted. */
  readonly pending: readonly ClaimId[];
}

export interface AssessOptions {
  /** Milliseconds since 1970; everything without it. */
  readonly asOf?: Instant | undefined;
}

/**
 * Derives what is agreed, what is disputed and by whom, from the claims of one event.
 *
 * The order of the claims never matters, and repeats of a statement never change an answer.
 *
 * @throws TypeError when a date of the dossier is not EDTF; RangeError when the event's zone is unknown.
 * @see docs/methodology.md, where every rule is explained.
 */
export function assess(dossier: Dossier, { asOf = Infinity }: AssessOptions = {}): Assessment {
  return assessUtterances(dossier, utterancesOf(dossier), asOf);
}

/** Whether an utterance counts as of an instant. */
const isKnown = ({ known }: Utterance, asOf: Instant): boolean => known <= asOf;

/** What of a dossier an assessment as of an instant rests on: nothing else of the instant changes it. */
export interface Grounds {
  /** What counts by then. */
  readonly seen: readonly Utterance[];
  /** What is listed, and does not count. Sorted. */
  readonly pending: readonly ClaimId[];
}

/** What an assessment as of an instant rests on. */
export function groundsAt(all: Utterances, asOf: Instant): Grounds {
  const seen = all.all.filter((utterance) => isKnown(utterance, asOf));
  return { seen, pending: pendingAt(all, seen, asOf) };
}

/** `assess` with the utterances already worked out: for many instants of one dossier. */
export function assessUtterances(
  dossier: Dossier,
  all: Utterances,
  asOf: Instant,
  { seen, pending }: Grounds = groundsAt(all, asOf),
): Assessment {
  const drafts = positionsFrom(seen, all);
  addFloors(drafts);
  const attribution = attributionOf(drafts);
  const responsible = new Set<ActorId>([
    ...(Object.keys(attribution.claimed) as ActorId[]),
    ...(Object.keys(attribution.accused) as ActorId[]),
  ]);
  const questions = [...drafts]
    .filter(([, owners]) => owners.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, owners]): QuestionAssessment => {
      const positions = [...owners.values()]
        .sort((a, b) => (a.owner < b.owner ? -1 : 1))
        .map((position) => settle(position, responsible));
      const { agreement, pairs, because: reason } = agreementOf(key, positions, dossier.event.zone);
      const range = rangeOf(key, positions);
      const reasons =
        range === null
          ? [reason]
          : [
              reason,
              because(
                'range.stated',
                positions.flatMap(({ claims }) => claims),
              ),
            ];
      return { key, kind: questionKind(key), agreement, range, positions, pairs, because: reasons };
    });
  return {
    event: dossier.event.id,
    asOf: formatInstant(asOf),
    attribution,
    questions,
    breakdowns: breakdownsOf(currentStatements(seen, all)),
    pending,
  };
}

/** One claim for each known statement that nothing supersedes or retracts. */
function currentStatements(seen: readonly Utterance[], all: Utterances): Claim[] {
  const gone = replacedBy(seen, all);
  const tops = new Set(seen.map(({ top }) => top));
  return [...tops].filter((top) => !gone.has(top)).flatMap((top) => all.byId.get(top)?.claim ?? []);
}

/**
 * Claims not known yet that may have been made by then: said, as far as anyone tells, between the event and
 * their first print. A compiler's own sentence is made when it is printed (rule `asof.pending`).
 */
function pendingAt(all: Utterances, seen: readonly Utterance[], asOf: Instant): ClaimId[] {
  if (asOf === Infinity) return [];
  const known = new Set(seen);
  return all.all
    .filter((utterance) => !known.has(utterance) && !utterance.restates)
    .filter(({ said }) => (said?.start ?? all.eventStart) <= asOf)
    .map(({ claim }) => claim.id)
    .sort();
}
