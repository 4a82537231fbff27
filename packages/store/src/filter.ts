import type {
  ActorId,
  Agreement,
  AttributionStatus,
  ClaimKind,
  EventId,
  EventKind,
  Instant,
  PlaceId,
  Source,
  SourceId,
  Span,
  Stance,
} from '@counterclaim/domain';

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
