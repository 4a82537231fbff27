import type {
  Actor,
  Assessment,
  AttributionStatus,
  Change,
  Claim,
  Dossier,
  EventId,
  EventSummary,
  Place,
  Source,
} from '@counterclaim/domain';
import type { Position } from './filter.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** The position of the last item; absent on the last page. */
  readonly next?: Position;
}

/** An event in a list, with the dataset it belongs to. */
export type ListedEvent = EventSummary & { readonly dataset: string };

/** An event's whole dossier, later and retracted claims included, with its assessment and summary as of the asked instant. */
export interface EventDetail {
  readonly dataset: string;
  readonly dossier: Dossier;
  readonly assessment: Assessment;
  readonly summary: EventSummary;
}

/** A stretch of time during which an event's assessment stays the same; instants in ISO 8601, `null` where unbounded. */
export interface HistoryPiece {
  readonly knownFrom: string | null;
  readonly knownUntil: string | null;
  readonly assessment: Assessment;
}

/** A claim with the names a reader needs beside it. */
export interface ClaimDetail {
  readonly dataset: string;
  readonly claim: Claim;
  readonly source: Source;
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly events: readonly EventSummary[];
  /** Claims that name this one, or that it names: repeat, supersede, retract, share or answer it. Sorted by id. */
  readonly related: readonly Claim[];
}

/** A document with its claims, retracted ones included, in the order of their passages. */
export interface SourceDetail {
  readonly dataset: string;
  readonly source: Source;
  readonly claims: readonly Claim[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly events: readonly EventSummary[];
}

export interface ActorDetail {
  readonly dataset: string;
  readonly actor: Actor;
  /** The chain of bodies above it, nearest first, and its direct parts that stand, sorted by name. */
  readonly bodies: readonly Actor[];
  readonly parts: readonly Actor[];
}

export interface PlaceDetail {
  readonly dataset: string;
  readonly place: Place;
  /** What it lies within, nearest first, and what stands directly within it, sorted by name. */
  readonly within: readonly Place[];
  readonly parts: readonly Place[];
}

/** How many events a change names; those beyond are only counted. */
export const EVENTS_OF_CHANGE = 20;

/** An event as a link. */
export interface NamedEvent {
  readonly id: EventId;
  readonly title: string;
}

/**
 * A change with what it is called, for good: `claim:<id>:correction-2` is the second of the record's corrections,
 * `event:<id>:retraction`, and of a redirect, by the old id, `event:<id>:redirect`.
 */
export type IdentifiedChange = Change & { readonly id: string };

/** Something that the ledger did to a record of its own, with what a reader needs beside it. */
export type ChangeEntry = IdentifiedChange & {
  readonly dataset: string;
  /** What readers know the record by now: a title, a name, a claim's paraphrase. */
  readonly title: string;
  /**
   * The events that it touches, the latest first, at most twenty: the event itself; those that the claim is about, or the
   * claims of the document; those in whose dossiers the actor or place stands.
   */
  readonly events: readonly NamedEvent[];
  /** How many events it touches. */
  readonly eventCount: number;
};

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Names of the facets that `/facets` counts. Each excludes its own filter. */
export const FACETS = [
  'status',
  'agreement',
  'kind',
  'place',
  'actor',
  'claimant',
  'stance',
  'dataset',
  'source',
] as const;
export type FacetName = (typeof FACETS)[number];

export interface MonthCount {
  /** `YYYY-MM`, in the zone of each event. */
  readonly month: string;
  readonly count: number;
  readonly byStatus: Readonly<Partial<Record<AttributionStatus, number>>>;
}

export interface Facets {
  /** Number of events that match every filter. */
  readonly total: number;
  /** Sorted by count, then by label; at most the thousand with the highest counts. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** Months in order, without empty ones; excludes the date filter. */
  readonly months: readonly MonthCount[];
}

export interface DatasetInfo {
  readonly id: string;
  /** SHA-256 of the ledger it was loaded from. */
  readonly digest: string;
  /** Numbers of records that stand, as lists show them. */
  readonly events: number;
  readonly claims: number;
  readonly sources: number;
  readonly actors: number;
  readonly places: number;
}

/** What the store serves at this moment. */
export interface StoreState {
  /** Changes whenever any dataset does, in this process or another: part of every ETag. */
  readonly revision: string;
  readonly datasets: readonly DatasetInfo[];
}
