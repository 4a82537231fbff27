import type { Engine } from '../engine.ts';

/** Milliseconds for which what was seen counts as seen now. */
const FRESH = 250;

/**
 * Counts the changes that a reader of the server sees. Nothing tells a reader of them without a session of its own, which
 * poolers do not give, so it is asked: `look` reads something that every commit changes. At most one is asked at a time,
 * and whoever comes meanwhile shares the next.
 *
 * It looks where reads go, and never counts a change before these can see it: then what is read after the count is never
 * older than the count says, though it may be newer.
 */
export class Revision {
  readonly #look: () => Promise<string>;
  #count = 0;
  #seen: string | undefined;
  #at = -Infinity;
  #current: Promise<number> | undefined;
  #next: Promise<number> | undefined;

  constructor(look: () => Promise<string>) {
    this.#look = look;
  }

  /** This process has committed something. */
  readonly forget = (): void => {
    this.#at = -Infinity;
  };

  readonly changes: Engine['changes'] = (asOf) => {
    if (asOf !== 'now' && performance.now() - this.#at < FRESH) return this.#count;
    // A look that is under way may have begun before what the caller has read.
    if (this.#current === undefined) return this.#begin();
    this.#next ??= this.#current.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  };

  #begin(): Promise<number> {
    this.#next = undefined;
    this.#current = this.#ask().finally(() => {
      this.#current = undefined;
    });
    return this.#current;
  }

  async #ask(): Promise<number> {
    const at = performance.now();
    this.#at = at;
    try {
      const seen = await this.#look();
      if (seen !== this.#seen) {
        this.#seen = seen;
        this.#count += 1;
      }
      return this.#count;
    } catch (error) {
      this.forget();
      throw error;
    }
  }
}
