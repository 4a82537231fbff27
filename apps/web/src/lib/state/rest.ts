/** Tells whoever waits for it when something has done all that it was asked to. */
export class Rest {
  #isBusy = false;
  #waiting: (() => void)[] = [];

  /** @param isBusy Whether something is still to be done. */
  note(isBusy: boolean): void {
    this.#isBusy = isBusy;
    if (isBusy) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when nothing is to be done: at once, where that is so already. */
  reached(): Promise<void> {
    return this.#isBusy ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }
}
