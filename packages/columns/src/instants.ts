/** What an entry of a map of numbers takes, about. */
const ENTRY_BYTES = 48;

/** Numbers instants as they come; sorted, once all are known. */
export class InstantBuilder {
  readonly #codes = new Map<number, number>();

  constructor() {
    this.code(-Infinity);
  }

  get bytes(): number {
    return this.#codes.size * ENTRY_BYTES;
  }

  /** The number of an instant for the time being. */
  code(instant: number): number {
    let code = this.#codes.get(instant);
    if (code === undefined) this.#codes.set(instant, (code = this.#codes.size));
    return code;
  }

  /** The instants in their order, and what puts their places where their numbers were. */
  finish(): { readonly instants: Float64Array; readonly place: (codes: Uint32Array) => void } {
    const instants = Float64Array.from(this.#codes.keys()).sort();
    const places = new Uint32Array(instants.length);
    instants.forEach((instant, place) => {
      places[this.code(instant)] = place;
    });
    return {
      instants,
      place: (codes) => {
        for (let at = 0; at < codes.length; at += 1) codes[at] = places[codes[at]];
      },
    };
  }
}

/**
 * How many instants are at or before one: what is known by it has a smaller place than that.
 *
 * @param instants Sorted.
 */
export function countUntil(instants: Float64Array, instant: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instants[middle] <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
