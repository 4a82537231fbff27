import type { Columns, EventColumns } from './columns.ts';
import { longOf } from './dates.ts';

/** Rows of events, in the order of what lists are sorted by, of their latest pieces; those of the same key in the order of events. */
export interface Orders {
  readonly killed: Uint32Array;
  readonly known: Uint32Array;
  /** Those that last long, in the order of events. */
  readonly long: Uint32Array;
}

/** Works out in which order lists have the events. */
export function ordersOf(
  { size, pieces: first, starts, ends }: Pick<EventColumns, 'size' | 'pieces' | 'starts' | 'ends'>,
  { killedKey, knownKey }: Pick<Columns['pieces'], 'killedKey' | 'knownKey'>,
): Orders {
  const by = (keys: Float64Array): Uint32Array => {
    const keyOf = (event: number): number => keys[first[event + 1] - 1];
    return Uint32Array.from({ length: size }, (_, event) => event).sort((a, b) => keyOf(a) - keyOf(b) || a - b);
  };
  return { killed: by(killedKey), known: by(knownKey), long: longOf({ starts, ends }) };
}
