import type { EventFilter, Facets, StoreOptions } from '@counterclaim/store';

/** What the thread is started with. */
export interface CountsData {
  readonly store: Pick<StoreOptions, 'path'>;
  /** Bytes that columns may take. */
  readonly most: number;
}

export interface CountsQuestion {
  readonly number: number;
  readonly filter: EventFilter;
}

/** What the thread says: of itself, or to a question; `null` where it has no columns of the present state. */
export type CountsReply =
  | { readonly type: 'filled'; readonly revision: string; readonly events: number; readonly bytes: number }
  | { readonly type: 'empty'; readonly reason: string | null }
  | { readonly type: 'answer'; readonly number: number; readonly facets: Facets | null };
