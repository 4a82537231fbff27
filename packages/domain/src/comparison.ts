import type { Agreement, Range } from './agreement.ts';
import { assess, type Assessment, type QuestionAssessment } from './assess.ts';
import type { Attribution, AttributionStatus } from './attribution.ts';
import type { Correction, Editorial, Retraction } from './correction.ts';
import { followRedirects } from './follow.ts';
import type { ActorId, EventId } from './identifier.ts';
import { canonicalJson, dossierOf, indexLedger, type Ledger } from './ledger.ts';
import type { Course, Position } from './position.ts';
import { type Answer, answerKey, type QuestionKey } from './question.ts';
import { RECORD_TYPES, type RecordType, type Redirect, redirectOf } from './redirect.ts';
import { type Json, replayCorrections, sameValue, valueAt } from './replay.ts';
import type { Owner } from './statement.ts';

/** A record by its type and id. */
export interface RecordKey {
  readonly type: RecordType;
  readonly id: string;
}

/** What stood, and what stands instead; `null` for nothing. */
export interface Shift<Value> {
  readonly was: Value | null;
  readonly now: Value | null;
}

/** A value of a record that differs. */
export interface FieldChange extends Shift<Json> {
  /** Keys from the top of the record, joined by dots, as in `Correction`. A list that grew or shrank in its midst is one value. */
  readonly field: string;
  /** Whether corrections that came with the change tell it: of this field or one around it, one after the other from `was` to `now`. */
  readonly corrected: boolean;
}

/** A record that is in both states and differs. */
export interface RecordChange extends RecordKey {
  /** The id that it bore before, where a redirect renamed it. */
  readonly renamedFrom?: string;
  /** Values that differ, `corrections` and a new `retracted` aside. Sorted by field. */
  readonly fields: readonly FieldChange[];
  /** Corrections that came. */
  readonly corrections: readonly Correction[];
  /** Corrections that were there and are no longer, at all or in those words. */
  readonly lostCorrections: readonly Correction[];
  /** Corrections that came, and begin with a value that did not stand or end with one that does not stand. */
  readonly unfoundedCorrections: readonly Correction[];
  /** That the ledger took it back since; `null` where it did not. */
  readonly retracted: Retraction | null;
}

/** A record that is no longer there, and the redirect that leads from its id to one that is; `null` where none does. */
export interface RemovedRecord extends RecordKey {
  readonly redirect: Redirect | null;
}

/** A redirect that leads elsewhere, or for another reason. */
export interface RedirectChange {
  readonly was: Redirect;
  readonly now: Redirect;
  /** Whether it only follows the record it led to, which has been renamed or merged in turn. */
  readonly follows: boolean;
}

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

/** The records of two states of a ledger held against each other. Lists of records are sorted by type and id. */
export interface RecordComparison {
  /** Digests of the two states. */
  readonly before: string;
  readonly after: string;
  readonly added: readonly RecordKey[];
  readonly removed: readonly RemovedRecord[];
  readonly changed: readonly RecordChange[];
  /** Records that both states hold, and only the later one retracted. */
  readonly retracted: readonly (RecordKey & Retraction)[];
  readonly redirects: {
    readonly added: readonly Redirect[];
    readonly changed: readonly RedirectChange[];
    readonly lost: readonly Redirect[];
  };
}

/** Two states of a ledger held against each other. */
export interface LedgerComparison extends RecordComparison {
  /** Sorted by event. */
  readonly assessments: readonly AssessmentChange[];
}

type Recorded = Editorial & { readonly id: string };

const recordsOf = (ledger: Ledger): Readonly<Record<RecordType, readonly Recorded[]>> => ({
  actor: ledger.actors,
  place: ledger.places,
  event: ledger.events,
  source: ledger.sources,
  claim: ledger.claims,
});

const index = (records: readonly Recorded[]): Map<string, Recorded> =>
  new Map(records.map((record) => [record.id, record]));

/**
 * Holds the records of two states of a ledger against each other.
 *
 * A redirect of the later state renames: what it leads from is compared with what it leads to, and a record that only names
 * another by its new id has not changed.
 *
 * @param followed The earlier state under the ids of the later one, where it is at hand.
 */
export function compareRecords(
  before: Ledger,
  after: Ledger,
  followed: Ledger = followRedirects(before, after.redirects),
): RecordComparison {
  const old = recordsOf(before);
  const earlier = recordsOf(followed);
  const later = recordsOf(after);
  const added: RecordKey[] = [];
  const removed: RemovedRecord[] = [];
  const changed: RecordChange[] = [];
  for (const type of RECORD_TYPES) {
    const was = index(earlier[type]);
    const now = index(later[type]);
    const renamedFrom = new Map<string, string>();
    const stood = index(old[type]);
    for (const { id } of old[type]) {
      if (now.has(id)) continue;
      const redirect = redirectOf(after.redirects, type, id);
      const leads = redirect !== undefined && now.has(redirect.to);
      if (leads && !stood.has(redirect.to) && !renamedFrom.has(redirect.to)) renamedFrom.set(redirect.to, id);
      removed.push({ type, id, redirect: leads ? redirect : null });
    }
    for (const record of later[type]) {
      const present = was.get(record.id);
      if (present === undefined) {
        added.push({ type, id: record.id });
        continue;
      }
      const change = compareRecord(type, present, record, renamedFrom.get(record.id));
      if (change !== null) changed.push(change);
    }
  }
  return {
    before: before.digest,
    after: after.digest,
    added,
    removed,
    changed,
    retracted: changed.flatMap(({ type, id, retracted }) => (retracted === null ? [] : [{ type, id, ...retracted }])),
    redirects: compareRedirects(before.redirects, after.redirects),
  };
}

/**
 * Holds two states of a ledger against each other: their records (`compareRecords`), and what is derived from them.
 *
 * @throws TypeError when a date of either is not EDTF; RangeError when an event's zone is unknown.
 */
export function compareLedgers(before: Ledger, after: Ledger): LedgerComparison {
  const followed = followRedirects(before, after.redirects);
  return { ...compareRecords(before, after, followed), assessments: compareAssessments(followed, after) };
}

/** Items of a list that are not in another, an item that stands twice counting twice. */
function without<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const left = others.map(canonicalJson);
  return items.filter((item) => {
    const found = left.indexOf(canonicalJson(item));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

function compareRecord(
  type: RecordType,
  before: Recorded,
  after: Recorded,
  renamedFrom: string | undefined,
): RecordChange | null {
  const was = valuesOf(before);
  const now = valuesOf(after);
  const isRetracted = before.retracted === undefined && after.retracted !== undefined;
  if (isRetracted) delete now['retracted'];
  const corrections = without(after.corrections ?? [], before.corrections ?? []);
  const replay = replayCorrections(was, corrections);
  const fields = differences(was, now, []).map(({ path, ...shift }): FieldChange => ({
    field: path.join('.'),
    ...shift,
    corrected: sameValue(valueAt(replay.value, path), valueAt(now, path)),
  }));
  const misses = (field: string): boolean => {
    const path = field.split('.');
    return !sameValue(valueAt(replay.value, path), valueAt(now, path));
  };
  const change: RecordChange = {
    type,
    id: after.id,
    ...(renamedFrom === undefined ? {} : { renamedFrom }),
    fields,
    corrections,
    lostCorrections: without(before.corrections ?? [], after.corrections ?? []),
    unfoundedCorrections: corrections.filter(
      (correction) => replay.unfounded.includes(correction) || misses(correction.field),
    ),
    retracted: isRetracted ? (after.retracted ?? null) : null,
  };
  const same =
    fields.length === 0 &&
    corrections.length === 0 &&
    change.lostCorrections.length === 0 &&
    change.retracted === null &&
    renamedFrom === undefined;
  return same ? null : change;
}

/** Fields that follow from a record's id, or tell its past. */
const ASIDE: ReadonlySet<string> = new Set(['id', 'source', 'corrections']);

/** What a record says of its subject. */
const valuesOf = (record: Recorded): { [key: string]: Json } =>
  Object.fromEntries<Json>(Object.entries(record).filter(([key]) => !ASIDE.has(key)));

interface Difference extends Shift<Json> {
  readonly path: readonly string[];
}

/** Where two values differ, as deep as both go. */
function differences(was: Json, now: Json, path: readonly string[]): Difference[] {
  if (canonicalJson(was) === canonicalJson(now)) return [];
  if (Array.isArray(was) && Array.isArray(now)) {
    const shared = Math.min(was.length, now.length);
    const longer = was.length > now.length ? was : now;
    const inStep =
      was.length === now.length ||
      canonicalJson(longer.slice(0, shared)) === canonicalJson((longer === was ? now : was).slice(0, shared));
    if (!inStep) return [{ path, was, now }];
    return longer.flatMap((_, at) => differences(was[at] ?? null, now[at] ?? null, [...path, String(at)]));
  }
  if (isMap(was) && isMap(now)) {
    return [...new Set([...Object.keys(was), ...Object.keys(now)])]
      .sort()
      .flatMap((key) => differences(was[key] ?? null, now[key] ?? null, [...path, key]));
  }
  return [{ path, was, now }];
}

const isMap = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compareRedirects(before: readonly Redirect[], after: readonly Redirect[]): RecordComparison['redirects'] {
  const key = ({ type, from }: Redirect): string => `${type} ${from}`;
  const was = new Map(before.map((redirect) => [key(redirect), redirect]));
  const now = new Map(after.map((redirect) => [key(redirect), redirect]));
  const changed: RedirectChange[] = [];
  for (const [name, redirect] of now) {
    const present = was.get(name);
    if (present === undefined || canonicalJson(present) === canonicalJson(redirect)) continue;
    const onward = redirectOf(after, present.type, present.to);
    changed.push({ was: present, now: redirect, follows: onward?.to === redirect.to });
  }
  return {
    added: after.filter((redirect) => !was.has(key(redirect))),
    changed,
    lost: before.filter((redirect) => !now.has(key(redirect))),
  };
}

function compareAssessments(before: Ledger, after: Ledger): AssessmentChange[] {
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

/** Something done to a published record that the record does not tell. */
export type SilentEdit =
  | ({ readonly kind: 'value' } & RecordKey & Shift<Json> & { readonly field: string })
  | ({ readonly kind: 'removal' } & RecordKey)
  | ({ readonly kind: 'correction' } & RecordKey & { readonly lost: Correction })
  | { readonly kind: 'redirect'; readonly was: Redirect; readonly now: Redirect | null };

/**
 * What was done in silence between two states, the earlier one having been published: values that changed without a
 * correction, records that went without a redirect, corrections and redirects that were altered or dropped. Records may be
 * added and retracted; taking a retraction back is a change of the value `retracted`.
 */
export function silentEdits({ changed, removed, redirects }: RecordComparison): SilentEdit[] {
  return [
    ...changed.flatMap(({ type, id, fields, lostCorrections }): SilentEdit[] => [
      ...fields
        .filter(({ corrected }) => !corrected)
        .map(({ field, was, now }): SilentEdit => ({ kind: 'value', type, id, field, was, now })),
      ...lostCorrections.map((lost): SilentEdit => ({ kind: 'correction', type, id, lost })),
    ]),
    ...removed
      .filter(({ redirect }) => redirect === null)
      .map(({ type, id }): SilentEdit => ({ kind: 'removal', type, id })),
    ...redirects.changed
      .filter(({ follows }) => !follows)
      .map(({ was, now }): SilentEdit => ({ kind: 'redirect', was, now })),
    ...redirects.lost.map((was): SilentEdit => ({ kind: 'redirect', was, now: null })),
  ];
}
