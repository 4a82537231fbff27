import { readKeyboardChoice, storeKeyboardChoice } from './keyboard-choice.ts';

/** Whether single keys are commands: on unless the reader turned them off, remembered by the browser. */
class Keyboard {
  #on = $state(true);

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    storeKeyboardChoice(on);
  }

  /** Reads what was chosen before; call it in the browser. */
  restore(): void {
    this.#on = readKeyboardChoice();
  }
}

export const keyboard = new Keyboard();
