import type { Client, Facets } from '@counterclaim/api/client';
import { type EventQuery, forCount } from '#lib/state/event-query.ts';

/** What a query would show. */
interface Counted {
  readonly query: EventQuery;
  readonly facets: Facets;
}

/** How many events a query would show, while it is still being chosen: the answer to the query that was asked last. */
export class ResultCount {
  #total = $state.raw<number>();
  #counted = $state.raw<Counted>();
  readonly #api: Pick<Client, 'facets'>;
  #control: AbortController | undefined;

  constructor(api: Pick<Client, 'facets'>) {
    this.#api = api;
  }

  /** The last number that is known; nothing where the API refuses. */
  get total(): number | undefined {
    return this.#total;
  }

  /** The last answer; nothing before the first, and where the API refuses. */
  get counted(): Counted | undefined {
    return this.#counted;
  }

  /** Begins anew with a number that is known. Whatever is being asked is given up. */
  reset(total: number): void {
    this.#control?.abort();
    this.#total = total;
    this.#counted = undefined;
  }

  /** Asks for a query; an earlier question that is not answered yet is given up. */
  async ask(query: EventQuery): Promise<void> {
    this.#control?.abort();
    const control = new AbortController();
    this.#control = control;
    const facets = await this.#api
      .facets(forCount(query), { signal: control.signal })
      // What is wrong with a query is said by the page that it leads to.
      .catch(() => undefined);
    if (control.signal.aborted) return;
    this.#total = facets?.total;
    this.#counted = facets === undefined ? undefined : { query, facets };
  }
}
