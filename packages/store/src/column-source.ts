interface Keyed {
  readonly key: number;
  readonly id: string;
}

interface Labelled extends Keyed {
  readonly label: string;
}

/** What columns are filled with, by what it is of; instants in milliseconds since 1970, infinite where nothing bounds them. */
export interface ColumnRowTypes {
  dataset: Keyed;
  actor: Labelled;
  /** `null` where a place has no point; the radius in kilometres. */
  place: Labelled & {
    readonly longitude: number | null;
    readonly latitude: number | null;
    readonly radius: number | null;
  };
  source: Labelled;
  question: Keyed;
  redirect: { readonly key: number; readonly type: string; readonly from: string; readonly to: string };
  /** Claims that count; `claimant` is the key of the body that speaks. */
  claim: { readonly key: number; readonly claimant: number | null; readonly stance: string | null };
  claimActor: { readonly claim: number; readonly actor: number };
  /** Of events that stand, in the order of parts; the last of an event is that of everything. */
  piece: {
    readonly event: number;
    readonly part: number;
    readonly dataset: number;
    readonly kind: string;
    readonly starts: number;
    readonly ends: number;
    readonly month: number;
    readonly knownFrom: number;
    readonly knownUntil: number;
    readonly claims: number;
    readonly status: string;
    readonly agreements: number;
    readonly killedLow: number | null;
    readonly killedHigh: number | null;
    readonly injuredLow: number | null;
    readonly injuredHigh: number | null;
    /** What lists are sorted by; below zero where there is no number, or no dated claim. */
    readonly killedKey: number;
    readonly knownKey: number;
  };
  eventId: { readonly event: number; readonly id: string };
  pieceQuestion: { readonly event: number; readonly part: number; readonly question: number };
  eventPlace: { readonly event: number; readonly place: number };
  eventWithin: { readonly event: number; readonly place: number };
  eventSource: { readonly event: number; readonly source: number; readonly known: number };
  eventClaim: { readonly event: number; readonly claim: number; readonly known: number };
}

export type ColumnTable = keyof ColumnRowTypes;

/** Some rows of one kind, in the order of what they are of. */
export type ColumnRows = {
  readonly [Table in ColumnTable]: { readonly table: Table; readonly rows: readonly ColumnRowTypes[Table][] };
}[ColumnTable];

/** What a source of rows is at: `version` changes with every write, `revision` is that of the store's state. */
export interface SourceVersion {
  readonly revision: string;
  readonly version: string;
}

/** A line of a list of events: the key of the event, and which of its pieces it shows. */
export interface EventLine {
  readonly event: number;
  readonly part: number;
}

/** In which texts of an event a word is looked for: any of them, or what the event is by itself. */
export type EventTexts = 'anywhere' | 'identity';

/**
 * Reads a ledger from end to end, for whoever holds it in another form, such as columns in memory. It has a connection of its own, and
 * reads alone.
 */
export interface ColumnSource {
  /** Changes whenever something was written, in this process or another. */
  version(): Promise<string>;
  /**
   * Hands out everything, kind after kind in the order of `ColumnRowTypes`, some thousand rows at a time, and of one state.
   *
   * @returns What that state is.
   * @throws Whatever `take` throws, which ends the reading.
   */
  read(take: (rows: ColumnRows) => void | Promise<void>): Promise<SourceVersion>;
  /** The key of an event, by which a list goes on. */
  keyOf(id: string): Promise<number | undefined>;
  /** Keys of the events that have a folded word, sorted upwards. */
  eventsWith(word: string, texts: EventTexts): Promise<Float64Array>;
  /** Keys of the claims that have a folded word, sorted upwards. */
  claimsWith(word: string): Promise<Float64Array>;
  /**
   * The words that more than a number of events have, the commonest first; empty where the engine cannot tell.
   *
   * @param most How many words at most.
   */
  commonWords(events: number, most: number): Promise<readonly string[]>;
  close(): Promise<void>;
}
