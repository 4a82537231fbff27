import type { Agreement, Range } from './agreement.ts';
import { assess, type Assessment, type QuestionAssessment } from './assess.ts';
import type { Attribution, AttributionStatus } from './attribution.ts';
import type { ActorId, EventId } from './identifier.ts';
import { canonicalJson, dossierOf, indexLedger, type Ledger } from './ledger.ts';
import type { Course, Position } from './position.ts';
import { type Answer, answerKey, type QuestionKey } from './question.ts';
import type { Shift } from './shift.ts';
import type { Owner } from './statement.ts';

/** The lists of attribution. */
export const ATTRIBUTION_LISTS = ['claimed', 'accused', 'denied', 'exonerated'] as const;
export type AttributionList = (typeof ATTRIBUTION_LISTS)[number];

/** Those who say something else of a party than they did. */
export interface AttributionListChange {
  readonly list: AttributionList;
  readonly party: ActorId;
  readonly was: readonly Owner[];
  readonly now: readonly Owner[];
}

export interface AttributionChange {
  readonly status: Shift<AttributionStatus>;
  readonly lists: readonly AttributionListChange[];
}

/** What one owner holds on a question, in short. */
export interface PositionGist {
  readonly answers: readonly Answer[];
  readonly course: Course;
  readonly origins: number;
}

export interface PositionChange extends Shift<PositionGist> {
  readonly owner: Owner;
}

/** A question that is answered otherwise. `agreement.was` is `null` where it was not asked before, `now` where it no longer is. */
export interface QuestionChange {
  readonly key: QuestionKey;
  readonly agreement: Shift<Agreement>;
  readonly range: Shift<Range>;
  /** Owners whose position differs. Sorted by owner. */
  readonly positions: readonly PositionChange[];
}

/** An event of which something else is derived than before. */
export interface AssessmentChange {
  /** The id it bears now; that it bore where it is gone. */
  readonly event: EventId;
  /** `null` where status and lists are the same. */
  readonly attribution: AttributionChange | null;
  /** Sorted by key. */
  readonly questions: readonly QuestionChange[];
}

/**
 * What is derived of each event in two states, where it differs. Sorted by event.
 *
 * @throws TypeError when a date of either is not EDTF; RangeError when an event's zone is unknown.
 */
export function compareAssessments(before: Ledger, after: Ledger): AssessmentChange[] {
  const earlier = indexLedger(before);
  const later = indexLedger(after);
  const ids = new Set([...before.events, ...after.events].map(({ id }) => id));
  return [...ids].sort().flatMap((id) => {
    const was = dossierOf(earlier, id);
    const now = dossierOf(later, id);
    if (was !== undefined && now !== undefined && canonicalJson(was) === canonicalJson(now)) return [];
    return (
      compareAssessment(id, was === undefined ? undefined : assess(was), now === undefined ? undefined : assess(now)) ??
      []
    );
  });
}

function compareAssessment(
  event: EventId,
  was: Assessment | undefined,
  now: Assessment | undefined,
): AssessmentChange | null {
  const attribution = compareAttribution(was?.attribution, now?.attribution);
  const before = new Map(was?.questions.map((question) => [question.key, question]));
  const after = new Map(now?.questions.map((question) => [question.key, question]));
  const questions = [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((key) => compareQuestion(key, before.get(key), after.get(key)) ?? []);
  return attribution === null && questions.length === 0 ? null : { event, attribution, questions };
}

function compareAttribution(was: Attribution | undefined, now: Attribution | undefined): AttributionChange | null {
  const lists = ATTRIBUTION_LISTS.flatMap((list) => {
    const parties = new Set([...Object.keys(was?.[list] ?? {}), ...Object.keys(now?.[list] ?? {})] as ActorId[]);
    return [...parties]
      .sort()
      .map((party) => ({ list, party, was: was?.[list][party] ?? [], now: now?.[list][party] ?? [] }))
      .filter((change) => canonicalJson(change.was) !== canonicalJson(change.now));
  });
  const status = { was: was?.status ?? null, now: now?.status ?? null };
  return status.was === status.now && lists.length === 0 ? null : { status, lists };
}

function compareQuestion(
  key: QuestionKey,
  was: QuestionAssessment | undefined,
  now: QuestionAssessment | undefined,
): QuestionChange | null {
  const before = new Map(was?.positions.map((position) => [position.owner, gistOf(position)]));
  const after = new Map(now?.positions.map((position) => [position.owner, gistOf(position)]));
  const positions = [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((owner) => ({ owner, was: before.get(owner) ?? null, now: after.get(owner) ?? null }))
    .filter((change) => gistKey(change.was) !== gistKey(change.now));
  const agreement = { was: was?.agreement ?? null, now: now?.agreement ?? null };
  const range = { was: was?.range ?? null, now: now?.range ?? null };
  const same =
    positions.length === 0 && agreement.was === agreement.now && canonicalJson(range.was) === canonicalJson(range.now);
  return same ? null : { key, agreement, range, positions };
}

const gistOf = ({ answers, course, origins }: Position): PositionGist => ({ answers, course, origins });

const gistKey = (gist: PositionGist | null): string =>
  gist === null ? '' : `${gist.answers.map(answerKey).join(' / ')} ${gist.course} ${gist.origins}`;
