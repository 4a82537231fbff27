/** Keeps the values asked for last. */
export class Latest<Key, Value> {
  readonly #most: number;
  readonly #kept = new Map<Key, Value>();

  /** @param most How many are kept. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept for a key, without counting as asked for. */
  peek(key: Key): Value | undefined {
    return this.#kept.get(key);
  }

  /** Lets go of the value asked for longest ago, where another one finds no place beside it. */
  giveUp(): Value | undefined {
    if (this.#kept.size < this.#most) return undefined;
    for (const [key, value] of this.#kept) {
      this.#kept.delete(key);
      return value;
    }
    return undefined;
  }

  /** @param make Works out a value that is not kept. */
  get(key: Key, make: () => Value): Value {
    const value = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
    return value;
  }
}
