import { setTimeout } from 'node:timers/promises';

/** Milliseconds without any request after which none is taken to come: a page asks for one thing after another. */
const QUIET = 50;

/** Milliseconds after which what is still in progress is given up. */
const PATIENCE = 10_000;

/**
 * Counts the requests that are being answered. A client that goes away ends its connection, not the work on its request: whoever
 * closes what is read for it has to wait.
 */
export class InProgress {
  #count = 0;
  #lastEnded = -Infinity;

  /** An answer that is being worked out, until it is there or has failed. */
  async of<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#count += 1;
    try {
      return await answer;
    } finally {
      this.#count -= 1;
      this.#lastEnded = performance.now();
    }
  }

  /**
   * Waits until nothing is in progress, nor about to follow.
   *
   * @param patience Milliseconds after which it waits no longer.
   */
  async ended(patience = PATIENCE): Promise<void> {
    const deadline = performance.now() + patience;
    const isQuiet = (): boolean => this.#count === 0 && performance.now() - this.#lastEnded >= QUIET;
    while (!isQuiet() && performance.now() < deadline) await setTimeout(QUIET / 5);
  }
}
