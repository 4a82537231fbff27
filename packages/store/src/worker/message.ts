import type { Queries } from '../read/queries.ts';
import type { StoreErrorCode } from '../store-error.ts';

export type QueryName = keyof Queries;

/** What a thread is started with. */
export interface ThreadData {
  readonly path: string;
}

export interface Question {
  readonly number: number;
  readonly query: QueryName;
  readonly values: readonly unknown[];
}

export type Reply =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failure: { readonly message: string; readonly code: StoreErrorCode } };
