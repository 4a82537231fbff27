/** A number under a name, and the part of it for which something holds. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly part?: number | undefined;
  /** What stands beside it: "333", "39 of 260". */
  readonly label: string;
}

export interface Cell {
  readonly text: string;
  /** Where what is counted is listed. */
  readonly href?: string | undefined;
}

export interface TableRow {
  readonly name: string;
  readonly href?: string | undefined;
  readonly cells: readonly Cell[];
}

/** The numbers behind a chart: the first column names what is counted. */
export interface CountTable {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** One thing counted: what comes of it in a sentence, as bars, and as a table. */
export interface CountChart {
  readonly id: string;
  readonly heading: string;
  readonly sentence: string;
  /** The highest first; the table has those beyond. */
  readonly bars: readonly Bar[];
  /** What the filled part of a bar and the rest of it stand for. */
  readonly key?: readonly [part: string, rest: string] | undefined;
  readonly table: CountTable;
  readonly note?: string | undefined;
}

/** Bars that a chart shows. */
export const MOST_BARS = 12;
