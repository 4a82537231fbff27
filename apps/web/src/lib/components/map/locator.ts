/** What a locator map shows, in the pixels of its drawing; made on the server, so that no geography ships to the reader. */
export interface LocatorMap {
  readonly state: 'mapped';
  readonly width: number;
  readonly height: number;
  /** Outlines of provinces as path data. */
  readonly land: string;
  /** The provinces in which the places lie. */
  readonly here: string;
  /** Borders between states. */
  readonly borders: string;
  readonly labels: readonly MapLabel[];
  readonly rings: readonly PrecisionRing[];
  readonly scale: { readonly km: number; readonly length: number };
  readonly inset: MapInset | null;
  /** What the map shows, in one or two sentences, for those who do not see it. */
  readonly description: string;
}

/** A place that cannot be drawn without claiming to know more than is known. */
export interface Unmappable {
  readonly state: 'unmappable';
  readonly reason: string;
}

export type Locator = LocatorMap | Unmappable;

/** Text centred at a point. */
export interface MapLabel {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The circle within which a place lies. */
export interface PrecisionRing {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Drawn larger than its radius, which would be too small to be seen. */
  readonly enlarged: boolean;
  readonly name: MapLabel | null;
  readonly radius: MapLabel | null;
}

/** The country, with a frame around what the map shows. */
export interface MapInset {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly name: string | null;
}
