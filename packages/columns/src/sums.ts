/** Keys up to which a number is kept for each, rather than for those that occur. */
const MOST_DENSE = 2 ** 18;

/** Where the sum of each key stands: in the order in which they first came. */
class Places {
  /** Places from 1. Nothing is filled in: of memory that nobody touches a system need not provide any. */
  readonly #dense: Uint32Array | undefined;
  readonly #sparse = new Map<number, number>();

  /** @param keys Keys are below it. */
  constructor(keys: number) {
    this.#dense = keys <= MOST_DENSE ? new Uint32Array(keys) : undefined;
  }

  /** @param next Where it is to stand if it did not come before. */
  of(key: number, next: number): number {
    const found = this.#dense === undefined ? (this.#sparse.get(key) ?? 0) : this.#dense[key];
    if (found > 0) return found - 1;
    if (this.#dense === undefined) this.#sparse.set(key, next + 1);
    else this.#dense[key] = next + 1;
    return next;
  }
}

/** Events summed up by a key, without an object for each. */
export class Sums {
  readonly #places: Places;
  /** In the order in which they first came, as all others. */
  readonly keys: number[] = [];
  readonly counts: number[] = [];
  readonly contested: number[] = [];
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  /** The first of each. */
  readonly events: number[] = [];

  /** @param keys Keys are below it. */
  constructor(keys: number) {
    this.#places = new Places(keys);
  }

  add(key: number, event: number, x: number, y: number, isContested: boolean): void {
    const at = this.#places.of(key, this.keys.length);
    if (at === this.keys.length) {
      this.keys.push(key);
      this.counts.push(1);
      this.contested.push(isContested ? 1 : 0);
      this.#x.push(x);
      this.#y.push(y);
      this.events.push(event);
      return;
    }
    this.counts[at] += 1;
    if (isContested) this.contested[at] += 1;
    this.#x[at] += x;
    this.#y[at] += y;
  }

  /** The middle of the events of a key, and how many they are. */
  mark(at: number): { readonly count: number; readonly contested: number; readonly x: number; readonly y: number } {
    const count = this.counts[at];
    return { count, contested: this.contested[at], x: this.#x[at] / count, y: this.#y[at] / count };
  }
}
