import type { Client } from '@counterclaim/api/client';
import { type EventQuery, forCount } from '#lib/state/event-query.ts';

/** How many events a query would show, while it is still being chosen: the answer to the query that was asked last. */
export class ResultCount {
  /** The last number that is known; nothing before the first answer, and where the API refuses. */
  total = $state<number>();
  readonly #api: Pick<Client, 'facets'>;
  #control: AbortController | undefined;

  constructor(api: Pick<Client, 'facets'>) {
    this.#api = api;
  }

  /** Begins anew with a number that is known. Whatever is being asked is given up. */
  reset(total: number): void {
    this.#control?.abort();
    this.total = total;
  }

  /** Asks for a query; an earlier question that is not answered yet is given up. */
  async ask(query: EventQuery): Promise<void> {
    this.#control?.abort();
    const control = new AbortController();
    this.#control = control;
    const total = await this.#api.facets(forCount(query), { signal: control.signal }).then(
      (facets) => facets.total,
      // What is wrong with a query is said by the page that it leads to.
      () => undefined,
    );
    if (!control.signal.aborted) this.total = total;
  }
}
