/** Where the events that match lie, in the pixels of a drawing; made on the server, so that no geography ships to the reader. */
export interface DistributionMap {
  readonly width: number;
  readonly height: number;
  /** Outlines of states or, on a map of little land, of their provinces, as path data. */
  readonly land: string;
  /** Borders between states. */
  readonly borders: string;
  /** Largest first. Their areas are proportional to the numbers of events. */
  readonly circles: readonly CountCircle[];
  /** Places that are known less precisely than a circle would say, largest first. */
  readonly areas: readonly CountArea[];
}

export interface CountCircle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly count: number;
  readonly contested: number;
}

/** The circle within which a place lies. */
export interface CountArea extends CountCircle {
  /** The place's id. */
  readonly place: string;
  readonly label: string;
  readonly radiusKm: number;
}
