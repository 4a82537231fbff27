/** Numbers of one kind, side by side. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

const CHUNK_BITS = 16;
const CHUNK = 2 ** CHUNK_BITS;
const FIRST = 64;

/**
 * A column whose length is not known yet. It grows by chunks, so that growing copies nothing that is large, and a
 * small one stays small.
 */
export class Growing<Kind extends Column> {
  readonly #make: (length: number) => Kind;
  readonly #chunks: Kind[] = [];
  #last: Kind;
  #length = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#last = make(0);
  }

  get length(): number {
    return this.#length;
  }

  get bytes(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  }

  push(value: number): void {
    const at = this.#length & (CHUNK - 1);
    if (at === 0 || at === this.#last.length) this.#grow(at);
    this.#last[at] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)];
  }

  set(index: number, value: number): void {
    this.#chunks[index >>> CHUNK_BITS][index & (CHUNK - 1)] = value;
  }

  /** The whole column in one piece; what it was gathered in is let go. */
  finish(): Kind {
    const whole = this.#make(this.#length);
    for (const [number, chunk] of this.#chunks.entries()) {
      const start = number * CHUNK;
      whole.set(chunk.subarray(0, Math.min(chunk.length, this.#length - start)), start);
    }
    this.#chunks.length = 0;
    this.#last = this.#make(0);
    this.#length = 0;
    return whole;
  }

  #grow(used: number): void {
    if (used === 0) {
      this.#last = this.#make(this.#chunks.length === 0 ? FIRST : CHUNK);
      this.#chunks.push(this.#last);
      return;
    }
    const larger = this.#make(Math.min(CHUNK, used * 2));
    larger.set(this.#last);
    this.#chunks[this.#chunks.length - 1] = this.#last = larger;
  }
}

export const growing = {
  uint8: () => new Growing((length) => new Uint8Array(length)),
  uint16: () => new Growing((length) => new Uint16Array(length)),
  uint32: () => new Growing((length) => new Uint32Array(length)),
  int32: () => new Growing((length) => new Int32Array(length)),
  float64: () => new Growing((length) => new Float64Array(length)),
};
