import { setImmediate } from 'node:timers/promises';

/** How long a load keeps the event loop before it lets others have it, in milliseconds. */
const TURN = 8;

/** Lets whoever else waits go first, now and then: statements run on the event loop. */
export function fairly(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await setImmediate();
    since = performance.now();
  };
}
