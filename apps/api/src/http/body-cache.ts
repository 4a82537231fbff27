import type { Encoded } from './encoding.ts';

/**
 * Rendered bodies of one revision of the ledger, least recently used out first. Everything the API answers is a function
 * of revision, address, format and encoding; when the revision changes, nothing kept is of use any more.
 */
export class BodyCache {
  readonly #capacity: number;
  readonly #bodies = new Map<string, Encoded>();
  #revision = '';
  #size = 0;

  /** @param capacity bytes kept at most, keys included */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(revision: string, key: string): Encoded | undefined {
    if (revision !== this.#revision) return undefined;
    const body = this.#bodies.get(key);
    if (body === undefined) return undefined;
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    return body;
  }

  /** Keeps a body, unless it alone would take more than an eighth of the room. */
  set(revision: string, key: string, body: Encoded): void {
    if (revision !== this.#revision) {
      this.#bodies.clear();
      this.#size = 0;
      this.#revision = revision;
    }
    const size = weigh(key, body);
    if (size > this.#capacity / 8) return;
    const present = this.#bodies.get(key);
    if (present !== undefined) this.#drop(key, present);
    this.#bodies.set(key, body);
    this.#size += size;
    for (const [oldest, dropped] of this.#bodies) {
      if (this.#size <= this.#capacity) break;
      this.#drop(oldest, dropped);
    }
  }

  /** Bytes kept. */
  get size(): number {
    return this.#size;
  }

  #drop(key: string, body: Encoded): void {
    this.#bodies.delete(key);
    this.#size -= weigh(key, body);
  }
}

const weigh = (key: string, { bytes }: Encoded): number => bytes.byteLength + 2 * key.length;
