const STORED = 'keyboard-shortcuts';

/** Whether single keys are commands in this browser: on unless the reader turned them off. */
export function readKeyboardChoice(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers the choice; where storage is blocked, it holds until the page is left. */
export function storeKeyboardChoice(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  } catch {
    // Storage is blocked.
  }
}
