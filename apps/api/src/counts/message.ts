import type { PageRow, TileAddress } from '@counterclaim/columns';
import type { EventFilter, EventSort, Facets, PageRequest, StoreOptions } from '@counterclaim/store';
import type { MapOverview } from '../answers.ts';
import type { Encoding } from '../http/encoding.ts';

/** What the thread is started with. */
export interface CountsData {
  readonly store: StoreOptions;
  /** Bytes that columns may take. */
  readonly most: number;
}

/** What is asked of columns. */
export type Asked =
  | { readonly what: 'facets'; readonly filter: EventFilter }
  | { readonly what: 'tile'; readonly filter: EventFilter; readonly address: TileAddress }
  | { readonly what: 'overview'; readonly filter: EventFilter }
  | { readonly what: 'pack'; readonly encoding: Encoding }
  | { readonly what: 'withWords'; readonly filter: Pick<EventFilter, 'q' | 'asOf'> }
  | { readonly what: 'lines'; readonly filter: EventFilter; readonly sort: EventSort; readonly page: PageRequest };

/** The answer to what is asked: lines are one more than the page has, where another page follows. */
export interface AnswerOf {
  readonly facets: Facets;
  readonly lines: readonly PageRow[];
  readonly tile: Uint8Array<ArrayBuffer>;
  readonly overview: MapOverview;
  readonly pack: Uint8Array<ArrayBuffer>;
  readonly withWords: Uint8Array<ArrayBuffer>;
}

export type CountsQuestion = Asked & { readonly number: number };

/** What the thread says: of itself, or to a question; `null` where it has no columns of the present state. */
export type CountsReply =
  | { readonly type: 'filled'; readonly revision: string; readonly events: number; readonly bytes: number }
  | { readonly type: 'empty'; readonly reason: string | null }
  /** The words that many events have are at hand: nothing that is asked takes long any more. */
  | { readonly type: 'warm' }
  | { readonly type: 'answer'; readonly number: number; readonly answer: AnswerOf[keyof AnswerOf] | null };
