import type { EventQuery } from '#lib/state/event-query.ts';
import type { BrowserColumns } from './browser-columns.svelte.ts';
import type { CutFacets } from './cut-facets.ts';

/** Counts of what a reader is about to see: before the page has come, or while something is dragged. */
export class LiveFacets {
  #found = $state.raw<CutFacets>();

  /**
   * Belongs to a component, as an effect does.
   *
   * @param asked What the reader is about to see; nothing where that is what the page shows.
   */
  constructor(columns: BrowserColumns, asked: () => EventQuery | undefined) {
    $effect(() => {
      const query = asked();
      if (query === undefined || !columns.isReady) {
        this.#found = undefined;
        return;
      }
      const waiting = new AbortController();
      void columns.facets(query, waiting.signal).then((facets) => {
        if (!waiting.signal.aborted) this.#found = facets;
      });
      return () => {
        waiting.abort();
      };
    });
  }

  /** Those of the last query that was answered; nothing where the page's own hold. */
  get facets(): CutFacets | undefined {
    return this.#found;
  }
}
