const STORED = 'keyboard-shortcuts';

/** Whether single keys are commands: on unless the reader turned them off, remembered by the browser. */
class Keyboard {
  #on = $state(true);

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    try {
      if (on) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, 'off');
    } catch {
      // Storage is blocked: the choice holds until the page is left.
    }
  }

  /** Reads what was chosen before; call it in the browser. */
  restore(): void {
    try {
      this.#on = localStorage.getItem(STORED) !== 'off';
    } catch {
      this.#on = true;
    }
  }
}

export const keyboard = new Keyboard();
