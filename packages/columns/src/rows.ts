interface Keyed {
  readonly key: number;
  readonly id: string;
}

interface Labelled extends Keyed {
  readonly label: string;
}

/** `null` where a place has no point; the radius in kilometres. */
interface PlaceRow extends Labelled {
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly radius: number | null;
}

interface RedirectRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** A claim that counts; `claimant` is the body that speaks, where one of the ledger does. */
interface ClaimRow {
  readonly key: number;
  readonly claimant: number | null;
  readonly stance: string | null;
}

/** An event's assessment while it stayed the same. Of a retracted event there is none. */
export interface PieceRow {
  readonly event: number;
  /** Counts an event's pieces from 0, in the order of time; the last one is that of everything. */
  readonly part: number;
  readonly dataset: number;
  readonly kind: string;
  /** By the clock of the event's zone, in milliseconds read as if in UTC; infinite where the time is open. */
  readonly starts: number;
  readonly ends: number;
  /** Counted from January of the year 0. */
  readonly month: number;
  /** Instants in milliseconds since 1970. A piece without dated claims begins at plus infinity. */
  readonly knownFrom: number;
  readonly knownUntil: number;
  readonly claims: number;
  readonly status: string;
  /** One bit for each agreement that some question has, in the order of `AGREEMENTS`. */
  readonly agreements: number;
  readonly killedLow: number | null;
  readonly killedHigh: number | null;
  readonly injuredLow: number | null;
  readonly injuredHigh: number | null;
  /**
   * What lists are sorted by; below zero where there is no number, or no dated claim. The first rises with the highest number of
   * killed, up to a million at least.
   */
  readonly killedKey: number;
  readonly knownKey: number;
}

/** What columns are filled with, table by table. */
export interface RowTypes {
  dataset: Keyed;
  actor: Labelled;
  place: PlaceRow;
  source: Labelled;
  question: Keyed;
  redirect: RedirectRow;
  claim: ClaimRow;
  /** Whom a claim names in any role, the body that speaks included. */
  claimActor: { readonly claim: number; readonly actor: number };
  piece: PieceRow;
  eventId: { readonly event: number; readonly id: string };
  pieceQuestion: { readonly event: number; readonly part: number; readonly question: number };
  /** The places of an event itself. */
  eventPlace: { readonly event: number; readonly place: number };
  /** These, and every place that they lie within. */
  eventWithin: { readonly event: number; readonly place: number };
  /** Since when a claim in a document counts for an event. */
  eventSource: { readonly event: number; readonly source: number; readonly known: number };
  /** Since when a claim counts for an event. */
  eventClaim: { readonly event: number; readonly claim: number; readonly known: number };
}

export type RowTable = keyof RowTypes;

/** Tables in the order in which the builder takes them: each after those that its rows name. */
export const ROW_TABLES = [
  'dataset',
  'actor',
  'place',
  'source',
  'question',
  'redirect',
  'claim',
  'claimActor',
  'piece',
  'eventId',
  'pieceQuestion',
  'eventPlace',
  'eventWithin',
  'eventSource',
  'eventClaim',
] as const satisfies readonly RowTable[];

/** Some rows of one table, sorted by what they are of: key, claim, or event and part. */
export type Rows = {
  readonly [Table in RowTable]: { readonly table: Table; readonly rows: readonly RowTypes[Table][] };
}[RowTable];
