import type { LedgerItem } from '@counterclaim/domain';

/** One record of a table, by the names of its columns. */
export interface SourceRow {
  /** The line on which the record begins, from 1, the header included. */
  readonly line: number;
  /** What its file is called, where a table comes in several. */
  readonly file?: string | undefined;
  /** Cells by column name, in lower case, as they stand; an absent column has none. Every known column that the file has is there. */
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * How much a problem costs.
 * `noted`: it was read, and something about it is worth knowing · `rejected`: the row is left out ·
 * `refused`: the rest of the file cannot be read, so that nothing of it may be kept.
 */
export type ProblemWeight = 'noted' | 'rejected' | 'refused';

/** Something wrong with a table, said so that whoever has the file can mend it. */
export interface Problem {
  /** The line on which the record begins, from 1; `null` where it is about the whole file. */
  readonly line: number | null;
  /** The column's name; `null` where it is about the whole record. */
  readonly column: string | null;
  /** What is wrong, with the value as it stands: a part of a sentence, without a full stop. */
  readonly reason: string;
  /** What to do about it: a part of a sentence, without a full stop. */
  readonly remedy: string;
  readonly weight: ProblemWeight;
}

/** What a table is read as: its records, in their order, and what is wrong with them where they stand. */
export type TableItem =
  { readonly type: 'row'; readonly row: SourceRow } | { readonly type: 'problem'; readonly problem: Problem };

/** What a table is decoded to: records of a ledger, row by row, each after those it names, and what is wrong with the table. */
export type Decoded =
  | { readonly type: 'items'; readonly items: readonly LedgerItem[] }
  | { readonly type: 'problem'; readonly problem: Problem };

/**
 * What becomes of a column. `used`: its value is carried into the ledger · `ignored`: it is not, for a reason ·
 * `signal`: it is not carried, but a value that contradicts what is carried is reported.
 */
export type ColumnUse = { readonly use: 'used' } | { readonly use: 'ignored' | 'signal'; readonly reason: string };

/** A column of a format that is read. */
export type SourceColumn = ColumnUse & {
  /** In lower case. */
  readonly name: string;
  /** Whether a table without it cannot be read. */
  readonly required: boolean;
};

/** The columns of tables that come without a header. */
export interface Layout {
  readonly columns: readonly string[];
  /** Whether a table's first record, which has as many cells as the layout, is a record of this layout, and no header. */
  readonly fits: (cells: readonly string[]) => boolean;
}

/** Which release of a dataset is read. */
export interface Release {
  /** Id of the dataset, without a release in it: every id that an import makes begins with it. */
  readonly dataset: string;
  /** What the dataset is called: UCDP Georeferenced Event Dataset. */
  readonly title: string;
  /** What its maker calls the release: 23.1. */
  readonly version: string;
  /** When the release was published: EDTF. From then on its claims are known. */
  readonly published: string;
  /** Where the dataset is described or can be got. */
  readonly url: string;
}

/** A format of others that can be read. */
export interface Codec {
  /** What it is called on the command line: ucdp-ged. */
  readonly format: string;
  /** Raised whenever the same file and release give other records: it is part of an import's digest. */
  readonly version: number;
  /** What a release is, as far as the format knows it; whoever imports may say otherwise. */
  readonly release: {
    readonly dataset: string;
    readonly title: string;
    readonly url: string;
    /** The version of which a file is, where the name that its maker gives it says so plainly; no folder in it. */
    readonly versionOf: (fileName: string) => string | undefined;
    /** When a version was published, where that is known. */
    readonly publishedOf: (version: string) => string | undefined;
  };
  /** Every column of the format, and what becomes of it. */
  readonly columns: readonly SourceColumn[];
  /** Layouts that come without a header; none for most formats. */
  readonly layouts: readonly Layout[];
  /**
   * The records that a table says, in constant memory but for the ids of actors and places. Ids never depend on the order of
   * rows. Problems of the table are passed on, and those of its values added; after one that is refused nothing follows.
   */
  readonly decode: (table: AsyncIterable<TableItem>, release: Release) => AsyncGenerator<Decoded, void, undefined>;
}
