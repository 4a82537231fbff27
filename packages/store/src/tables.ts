import type { RecordType } from '@counterclaim/domain';

/**
 * The rows of the store, one interface a table. `key` is a whole number that other rows refer to; `id` is
 * the record's own. Instants are milliseconds since 1970, infinite where nothing bounds them.
 */
export interface Tables {
  release: ReleaseRow;
  dataset: DatasetRow;
  actor: ActorRow;
  place: PlaceRow;
  source: SourceRow;
  event: EventRow;
  stale: StaleRow;
  claim: ClaimRow;
  claim_about: ClaimAboutRow;
  claim_relation: ClaimRelationRow;
  claim_actor: ClaimActorRow;
  question: QuestionRow;
  claim_question: ClaimQuestionRow;
  actor_above: ActorAboveRow;
  place_above: PlaceAboveRow;
  event_claim: EventClaimRow;
  event_party: EventPartyRow;
  event_stance: EventStanceRow;
  event_place: EventPlaceRow;
  event_within: EventPlaceRow;
  dossier_actor: DossierActorRow;
  dossier_place: EventPlaceRow;
  event_source: EventSourceRow;
  dossier_source: DossierSourceRow;
  piece: PieceRow;
  piece_question: PieceQuestionRow;
  summary: SummaryRow;
  redirect: RedirectRow;
  change: ChangeRow;
  change_event: ChangeEventRow;
}

/** What the database as a whole is at: one row. */
interface ReleaseRow {
  layout: number;
  /** Of which rules everything derived was made (`derivation.ts`). */
  derivation: string;
}

export interface DatasetRow {
  key: number;
  id: string;
  digest: string;
  /** Counts the loads of this dataset, so that records that a load left out can be told. */
  load: number;
  events: number;
  claims: number;
  sources: number;
  actors: number;
  places: number;
}

/** What every record's row has. */
export interface RecordRow {
  key: number;
  id: string;
  dataset: number;
  /** The dataset's latest load that had the record, and the one that last changed it. */
  load: number;
  changed: number;
  /** 1 for what the ledger stands by, and lists: not retracted, and of claims, one that counts for an event that is not. */
  stands: number;
  /** 1 for a record with corrections or a retraction. */
  edited: number;
  json: string;
}

export interface ActorRow extends RecordRow {
  /** Its name, or its title. */
  label: string;
  part_of_id: string | null;
}

export interface PlaceRow extends RecordRow {
  label: string;
  within_id: string | null;
  longitude: number | null;
  latitude: number | null;
  radius_km: number | null;
  /** Degrees of longitude that the radius reaches to either side. */
  reach: number | null;
}

export interface SourceRow extends RecordRow {
  label: string;
  publisher_id: string;
  wire_id: string | null;
}

export interface EventRow extends RecordRow {
  part_of_id: string | null;
}

/** An event of which what is derived is not up to date: only within a load. */
interface StaleRow {
  event: number;
}

export interface ClaimRow extends RecordRow {
  source_id: string;
  kind: string;
  stance: string | null;
  /** The body that speaks; `null` where nobody of the ledger does. */
  claimant: number | null;
  /** The first instant at which it counts for one of its events. */
  known: number;
}

/** What a claim says it is about; by id, because events are replaced apart from claims. */
interface ClaimAboutRow {
  event_id: string;
  claim: number;
}

interface ClaimRelationRow {
  target_id: string;
  claim: number;
  relation: string;
}

/** Actors that a claim names in any role, the body that speaks included. */
interface ClaimActorRow {
  actor: number;
  claim: number;
}

interface QuestionRow {
  key: number;
  id: string;
}

interface ClaimQuestionRow {
  question: number;
  claim: number;
}

/** Each actor with itself and every body above it. */
interface ActorAboveRow {
  actor: number;
  above: number;
}

interface PlaceAboveRow {
  place: number;
  above: number;
}

/** Claims that count, of events that stand. All that are about an event stand in `claim_about`. */
interface EventClaimRow {
  event: number;
  claim: number;
  known: number;
}

/** Since when some claim about an event has an actor in a role. */
interface EventPartyRow {
  role: PartyRole;
  actor: number;
  event: number;
  known: number;
}

/** `named` in any role, the body that speaks included; `claimant` is the body that speaks. */
export type PartyRole = 'named' | 'claimant';

interface EventStanceRow {
  stance: string;
  event: number;
  known: number;
}

interface EventPlaceRow {
  event: number;
  place: number;
}

interface DossierActorRow {
  event: number;
  actor: number;
}

interface DossierSourceRow {
  event: number;
  source: number;
}

/** Since when a claim in a document counts for an event. */
interface EventSourceRow extends DossierSourceRow {
  known: number;
}

/**
 * What lists are filtered and sorted by: the pieces of an event's assessment, the last of which (`part` highest) is that of
 * everything, cut again wherever the number of known
 * claims changes, from the first claim on. A piece that no as-of date selects (claims without any date count in it) has
 * `known_from` at plus infinity.
 */
export interface PieceRow {
  event: number;
  part: number;
  dataset: number;
  kind: string;
  /** By the clock of the event's zone (`eventClock`). */
  starts: number;
  ends: number;
  month: number;
  /** 1 when the event lasts longer than `LONG`. */
  long: number;
  known_from: number;
  known_until: number;
  /** 1 for what everything that the ledger holds says. */
  latest: number;
  /** 0 for pieces of a retracted event, which no list shows. */
  stands: number;
  claims: number;
  status: string;
  /** One bit for each agreement that some question has, in the order of `AGREEMENTS`. */
  agreements: number;
  killed_low: number | null;
  killed_high: number | null;
  injured_low: number | null;
  injured_high: number | null;
  killed_key: number;
  known_key: number;
}

interface PieceQuestionRow {
  question: number;
  event: number;
  part: number;
}

/** An event in a list, for each of its pieces. */
interface SummaryRow {
  event: number;
  part: number;
  known_from: number;
  known_until: number;
  json: string;
}

interface RedirectRow {
  key: number;
  dataset: number;
  type: RecordType;
  from_id: string;
  to_id: string;
  date: string;
  reason: string;
}

/** Something that the ledger did to a record of its own. */
interface ChangeRow {
  key: number;
  dataset: number;
  /** The record that was changed; of a redirect, the one to which it leads. */
  type: RecordType;
  record_id: string;
  /** Days since 1970, negated: the latest come first. */
  age: number;
  /** Orders the changes of one day. */
  within_day: string;
  /** How many events it touches. */
  events: number;
  json: string;
}

interface ChangeEventRow {
  event: number;
  change: number;
}
