import type { TileAddress } from '@counterclaim/columns';
import type { EventFilter } from '@counterclaim/api/filter';
import type { CutFacets } from './cut-facets.ts';

/** The pack that a worker reads its columns from. */
export interface PackAddress {
  /** Path of the file. */
  readonly pack: string;
  /** The state of the ledger that it has to be of. */
  readonly revision: string;
}

/** A filter, without words: columns have no texts, so that the server says which events have them. */
export interface ColumnsQuery {
  readonly filter: Omit<EventFilter, 'q'>;
  /** Parameters of the request for the events that have the words, if any are asked for. */
  readonly words?: string;
}

/** What is asked of columns. */
export type Asked =
  | { readonly what: 'facets'; readonly query: ColumnsQuery }
  | { readonly what: 'tile'; readonly query: ColumnsQuery; readonly address: TileAddress };

export interface AnswerOf {
  readonly facets: CutFacets;
  readonly tile: Uint8Array<ArrayBuffer>;
}

/** What a worker is told: first where its columns are, then questions. */
export type ToWorker = { readonly open: PackAddress } | (Asked & { readonly number: number });

/** What a worker says: that it has its columns, or why not; then an answer to each question, `null` where it has none. */
export type FromWorker =
  | { readonly opened: number }
  | { readonly refused: string }
  | { readonly number: number; readonly answer: AnswerOf[keyof AnswerOf] | null };
