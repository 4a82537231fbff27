import type { Columns, EventColumns } from './columns.ts';

/** Rows of events in the order of what lists are sorted by, of their latest pieces; those of the same key in the order of events. */
export interface Orders {
  readonly killed: Uint32Array;
  readonly known: Uint32Array;
}

/** Works out in which order lists have the events. */
export function ordersOf(
  { size, pieces: starts }: Pick<EventColumns, 'size' | 'pieces'>,
  { killedKey, knownKey }: Pick<Columns['pieces'], 'killedKey' | 'knownKey'>,
): Orders {
  const by = (keys: Float64Array): Uint32Array => {
    const keyOf = (event: number): number => keys[starts[event + 1] - 1];
    return Uint32Array.from({ length: size }, (_, event) => event).sort((a, b) => keyOf(a) - keyOf(b) || a - b);
  };
  return { killed: by(killedKey), known: by(knownKey) };
}
