import type { EventSummary } from '@counterclaim/domain';

/** An event as lists show it, with the dataset it belongs to. */
export type EventRow = EventSummary & { readonly dataset: string };
