import type { StoreErrorCode } from '../store-error.ts';
import type { Answer, ManyRows } from './connection.ts';

export type WriteTask =
  /** To which file all that follows goes. */
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'execute'; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly kind: 'many'; readonly sets: readonly ManyRows[] }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'close' };

/** An error as it passes between threads, which keep only its text. */
export type WriteFailure =
  | { readonly kind: 'store'; readonly code: StoreErrorCode; readonly message: string }
  | { readonly kind: 'duplicate'; readonly table: string; readonly id: string | undefined }
  | { readonly kind: 'other'; readonly message: string };

export type WriteReply = { readonly answer: Answer } | { readonly failure: WriteFailure };
