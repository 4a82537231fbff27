import type {
  Actor,
  ActorId,
  Agreement,
  Assessment,
  AttributionStatus,
  Change,
  Claim,
  ClaimId,
  ClaimKind,
  Dossier,
  EventId,
  EventKind,
  EventSummary,
  Instant,
  LedgerItem,
  Place,
  PlaceId,
  RecordType,
  Redirect,
  Source,
  SourceId,
  Span,
  Stance,
} from '@counterclaim/domain';
import type { Coverage } from './coverage.ts';

/** Bounds of a number, both included; an absent side is open. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** West, south, east, north in degrees, WGS 84. West may be greater than east across the 180th meridian. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

export const EVENT_SORTS = ['date', '-date', 'killed', '-killed', 'known', '-known'] as const;
export type EventSort = (typeof EVENT_SORTS)[number];

/** What a list of events is filtered by. Lists mean any of them, and an empty one asks nothing; different filters must all hold. */
export interface EventFilter {
  /**
   * Words that must all occur, folded by the domain's `fold`: in the title, in names of places and of what is around
   * them, and, of the claims about it, in the paraphrase, the source's title, and names of those named and of the bodies
   * above them. A text without words asks nothing.
   */
  readonly q?: string;
  /**
   * Intersects the event's own time, as the clock of the event's zone shows it: both ends are milliseconds of that clock,
   * read as if in UTC (`clockAt`). A calendar day is then that day everywhere, and no event slips into the day before.
   */
  readonly date?: Span;
  /** The place, or anything within it. */
  readonly place?: readonly PlaceId[];
  /** Meets the point of one of its places with the radius around it, on the sphere. */
  readonly bbox?: BoundingBox;
  /**
   * Named by a claim in any role, the body that speaks included; bodies above the named one are not. Together with `claimant` and `stance`, all hold on one claim.
   */
  readonly actor?: readonly ActorId[];
  /**
   * The body that speaks (the position's owner): that of an office-holder or outlet, for a newspaper's own sentence its wire. Those
   * who speak for a body unnamed are found by `actor`.
   */
  readonly claimant?: readonly ActorId[];
  readonly stance?: readonly Stance[];
  /** Intersects the range of stated numbers, lowest to highest, for all victims; an event without a range does not match. */
  readonly killed?: Bounds;
  readonly injured?: Bounds;
  readonly status?: readonly AttributionStatus[];
  readonly agreement?: readonly Agreement[];
  /** Question keys. */
  readonly question?: readonly string[];
  readonly kind?: readonly EventKind[];
  readonly dataset?: readonly string[];
  readonly source?: readonly SourceId[];
  /** Everything above, and every derived value, as it was known then. Events of which no claim was known are left out. */
  readonly asOf?: Instant;
}

/** What a list of changes is filtered by: those that touch one of the events. */
export interface ChangeFilter {
  readonly event?: readonly EventId[];
}

/** What a list of documents is filtered by: any of the values of a list, and everything that is asked. */
export interface SourceFilter {
  /** Each of its words begins a word of the title, or of the names of those who publish it. */
  readonly q?: string;
  readonly publisher?: readonly ActorId[];
  /** Whose text it carries, where that is not its publisher. */
  readonly wire?: readonly ActorId[];
  /** BCP 47, as recorded: `zh` does not find `zh-Hant`. */
  readonly language?: readonly string[];
  readonly kind?: readonly Source['kind'][];
}

/** What a list of claims is filtered by: everything asked holds on the claim. `question`: it answers one of them. */
export interface ClaimFilter {
  readonly q?: string;
  readonly event?: readonly EventId[];
  readonly source?: readonly SourceId[];
  readonly actor?: readonly ActorId[];
  readonly claimant?: readonly ActorId[];
  readonly stance?: readonly Stance[];
  readonly kind?: readonly ClaimKind[];
  readonly question?: readonly string[];
  readonly dataset?: readonly string[];
  /** Known by then, as a claim about one of its events. */
  readonly asOf?: Instant;
}

/** Where a page begins: after the row with this sort key and id. Opaque to clients, who get it encoded. */
export interface Position {
  readonly key: number;
  readonly id: string;
}

export interface PageRequest {
  /** 1–100. */
  readonly limit: number;
  readonly after?: Position;
}

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

/**
 * The ledger on SQL. Every record belongs to a dataset, and datasets are replaced whole.
 *
 * What was retracted is in no list, count, facet or search: no retracted record, no claim of a retracted document, no claim
 * about nothing but retracted events. Nor does a filter by a retracted event or document find claims or events. By its id a
 * retracted record answers as any other, and so do dossiers and details that name it, so that pages can show what was
 * taken back. A filter by an id that redirects finds what it leads to.
 *
 * The interface names no engine: SQLite stands behind it, and PostgreSQL can.
 */
export interface Store {
  state(): Promise<StoreState>;
  /**
   * Replaces a dataset in one transaction: readers see the old one until the new one is complete, and a
   * failure leaves the old one serving. The digest it was loaded with last makes it a no-op. Records may come in
   * any order, and name those of other datasets.
   *
   * @throws StoreError when a record names one that neither the stream nor another dataset holds, is given
   * twice, belongs to another dataset, or cannot be read; when a redirect leads to no record, leads away from one, or is
   * given twice. Whatever the stream throws, it throws.
   */
  replaceDataset(
    id: string,
    digest: string,
    items: Iterable<LedgerItem> | AsyncIterable<LedgerItem>,
  ): Promise<DatasetInfo>;
  /**
   * Removes a dataset with all its records; whether there was one.
   *
   * @throws StoreError when a record of another dataset names one of its records, or a redirect leads to one.
   */
  removeDataset(id: string): Promise<boolean>;

  events(filter: EventFilter, sort: EventSort, page: PageRequest): Promise<Page<ListedEvent>>;
  event(id: EventId, asOf?: Instant): Promise<EventDetail | undefined>;
  history(id: EventId): Promise<readonly HistoryPiece[] | undefined>;
  facets(filter: EventFilter): Promise<Facets>;
  /** What is covered and what is not, over all datasets. */
  coverage(): Promise<Coverage>;

  /** Sorted by id: document after document. */
  claims(filter: ClaimFilter, page: PageRequest): Promise<Page<Claim>>;
  claim(id: ClaimId): Promise<ClaimDetail | undefined>;
  /** Sorted by id, as are actors and places. */
  sources(filter: SourceFilter, page: PageRequest): Promise<Page<Source>>;
  source(id: SourceId): Promise<SourceDetail | undefined>;
  /** With `q`: each of its words begins a word of a name. */
  actors(page: PageRequest, q?: string): Promise<Page<Actor>>;
  actor(id: ActorId): Promise<ActorDetail | undefined>;
  places(page: PageRequest, q?: string): Promise<Page<Place>>;
  place(id: PlaceId): Promise<PlaceDetail | undefined>;

  /** What the ledger did to records of its own, latest first, in the order of the domain's `changesOf`. */
  changes(filter: ChangeFilter, page: PageRequest): Promise<Page<ChangeEntry>>;
  /**
   * Where an id that no record bears any more leads: to a record, its own or, for a claim, under its own slug in the
   * document that took its document's place.
   */
  redirect(type: RecordType, id: string): Promise<Redirect | undefined>;

  close(): Promise<void>;
}
