import { untrack } from 'svelte';
import { type EventQuery, forCount, writeQuery } from '#lib/state/event-query.ts';
import { Rest } from '#lib/state/rest.ts';
import type { BrowserColumns } from './browser-columns.svelte.ts';
import type { CutFacets } from './cut-facets.ts';

/** What the counts of queries are told apart by. */
const countsOf = (query: EventQuery): string => writeQuery(forCount(query));

/** Whether two queries have the same counts, and the same map. */
export const areCountedAlike = (one: EventQuery, other: EventQuery): boolean => countsOf(one) === countsOf(other);

interface Found {
  readonly of: string;
  readonly facets: CutFacets;
}

/** Counts of what a reader is about to see: before the page has come, or while something is dragged. */
export class LiveFacets {
  #found = $state.raw<Found>();
  #isWaiting = $state(false);
  readonly #rest = new Rest();
  readonly #coming: string | undefined;

  /**
   * Belongs to a component, as an effect does.
   *
   * @param asked What the reader is about to see; nothing where that is what the page shows.
   */
  constructor(columns: BrowserColumns, asked: () => EventQuery | undefined) {
    this.#coming = $derived.by(() => {
      const query = asked();
      return query && countsOf(query);
    });
    $effect(() => {
      if (!columns.isReady) {
        this.#found = undefined;
        return;
      }
      const of = this.#coming;
      const query = untrack(asked);
      if (of === undefined || query === undefined) return;
      const waiting = new AbortController();
      this.#wait(true);
      void columns.facets(query, waiting.signal).then((facets) => {
        if (waiting.signal.aborted) return;
        this.#found = facets && { of, facets };
        this.#wait(false);
      });
      return () => {
        waiting.abort();
        this.#wait(false);
      };
    });
  }

  #wait(isWaiting: boolean): void {
    this.#isWaiting = isWaiting;
    this.#rest.note(isWaiting);
  }

  /** Whether counts are on their way. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Resolves when none are. */
  reached(): Promise<void> {
    return this.#rest.reached();
  }

  /**
   * Those of the last query that was answered, while the reader is about to see something else.
   *
   * @param shown What the page shows: its counts stay, so that a page that comes with the same ones changes nothing.
   * @returns Nothing where the page's own hold.
   */
  of(shown: EventQuery): CutFacets | undefined {
    return this.#coming !== undefined || this.#found?.of === countsOf(shown) ? this.#found?.facets : undefined;
  }
}
