import { growing } from './growing.ts';

/** Texts as UTF-8 in one buffer: text `n` is `bytes[offsets[n]..offsets[n + 1]]`. */
export interface PackedTexts {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
// A text may begin with what would mark the order of bytes.
const decoder = new TextDecoder(undefined, { ignoreBOM: true });

export const textAt = ({ bytes, offsets }: PackedTexts, index: number): string =>
  decoder.decode(bytes.subarray(offsets[index], offsets[index + 1]));

/**
 * Several texts: to decode them as one, and cut that, takes a fraction of decoding each.
 *
 * @param indices Of each of the texts that are wanted.
 */
export function textsAt({ bytes, offsets }: PackedTexts, indices: readonly number[]): string[] {
  const joined = new Uint8Array(indices.reduce((sum, index) => sum + offsets[index + 1] - offsets[index], 0));
  const ends: number[] = [];
  let [at, units] = [0, 0];
  for (const index of indices) {
    for (let from = offsets[index]; from < offsets[index + 1]; from += 1, at += 1) {
      const byte = bytes[from];
      joined[at] = byte;
      // UTF-16 has a unit for each byte that begins a character, and two where three more follow.
      if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
    }
    ends.push(units);
  }
  const text = decoder.decode(joined);
  return ends.map((end, place) => text.slice(place === 0 ? 0 : ends[place - 1], end));
}

/** Below zero where text `a` comes before text `b` by their bytes, which is the order of code points. */
export function compareTexts({ bytes, offsets }: PackedTexts, a: number, b: number): number {
  const [fromA, fromB] = [offsets[a], offsets[b]];
  const [lengthA, lengthB] = [offsets[a + 1] - fromA, offsets[b + 1] - fromB];
  const length = Math.min(lengthA, lengthB);
  for (let at = 0; at < length; at += 1) {
    const difference = bytes[fromA + at] - bytes[fromB + at];
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/** Whether text `index` is the given one. */
export function isText({ bytes, offsets }: PackedTexts, index: number, text: Uint8Array): boolean {
  const from = offsets[index];
  if (offsets[index + 1] - from !== text.length) return false;
  for (let at = 0; at < text.length; at += 1) if (bytes[from + at] !== text[at]) return false;
  return true;
}

/** The bytes that a text is packed as. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const CHUNK = 2 ** 20;
/** What one UTF-16 unit takes at most. */
const MOST_BYTES = 3;

/** Packs texts one after another. */
export class TextPacker {
  readonly #chunks: Uint8Array[] = [];
  readonly #offsets = growing.uint32();
  #last = new Uint8Array(0);
  #used = 0;
  #total = 0;

  get length(): number {
    return this.#offsets.length;
  }

  get bytes(): number {
    return this.#offsets.bytes + this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0) + this.#last.length;
  }

  add(text: string): void {
    const most = text.length * MOST_BYTES;
    if (this.#last.length - this.#used < most) this.#grow(most);
    const { written } = encoder.encodeInto(text, this.#last.subarray(this.#used));
    this.#offsets.push(this.#total);
    this.#used += written;
    this.#total += written;
  }

  finish(): PackedTexts {
    this.#chunks.push(this.#last.subarray(0, this.#used));
    const bytes = new Uint8Array(this.#total);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#offsets.push(this.#total);
    this.#chunks.length = 0;
    return { bytes, offsets: this.#offsets.finish() };
  }

  #grow(most: number): void {
    this.#chunks.push(this.#last.subarray(0, this.#used));
    this.#last = new Uint8Array(Math.max(most, Math.min(CHUNK, Math.max(1_024, this.#total))));
    this.#used = 0;
  }
}
