import type { ListParameter } from '#lib/state/event-query.ts';

/** An id that a filter is set to, and that no record bears: nothing matches it. */
export interface UnknownRecord {
  readonly name: ListParameter;
  readonly value: string;
}
