import type { Agreement, AttributionStatus, EventKind, Instant, Span, Stance } from '@counterclaim/domain';

/** Bounds of a number, both included; an absent side is open. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** West, south, east, north in degrees, WGS 84. West may be greater than east across the 180th meridian. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

/**
 * What events are filtered by, with the meaning that the store gives each parameter. Lists mean any of them, and an empty one asks
 * nothing; different parameters must all hold. Words are not among them: whoever holds the texts says which events have them.
 */
export interface ColumnFilter {
  readonly date?: Span;
  readonly place?: readonly string[];
  readonly bbox?: BoundingBox;
  /** Together with `claimant` and `stance`: all hold on one claim. */
  readonly actor?: readonly string[];
  readonly claimant?: readonly string[];
  readonly stance?: readonly Stance[];
  readonly killed?: Bounds;
  readonly injured?: Bounds;
  readonly status?: readonly AttributionStatus[];
  readonly agreement?: readonly Agreement[];
  readonly question?: readonly string[];
  readonly kind?: readonly EventKind[];
  readonly dataset?: readonly string[];
  readonly source?: readonly string[];
  readonly asOf?: Instant;
}

/** Whether anything is asked. */
export const given = <Value>(values: readonly Value[] | undefined): values is readonly Value[] =>
  values !== undefined && values.length > 0;
