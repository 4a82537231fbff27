import { bytesOf, compareTexts, isText, type PackedTexts, textAt, TextPacker, textsAt } from './packed-text.ts';
import { fnv1a } from './fnv.ts';
import { growing } from './growing.ts';

/**
 * Records that columns name by their code: the place in this list, from 0. Ids and labels are packed, so that
 * hundreds of thousands are a few buffers and no objects.
 */
export interface Dictionary {
  readonly size: number;
  readonly ids: PackedTexts;
  /** The same as `ids` where records have no other name. */
  readonly labels: PackedTexts;
  /** Place of each code when they are sorted by label, then by id; by bytes, as databases sort. */
  readonly ranks: Uint32Array;
  /** The codes in that order. */
  readonly byRank: Uint32Array;
  /** Code of each id, at the place that a hash of the id leads to, or the next that is free; -1 where nothing is. */
  readonly slots: Int32Array;
  /** Ids that redirect, and the code of what each leads to. */
  readonly oldIds: PackedTexts;
  readonly ledTo: Int32Array;
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  const hash = fnv1a(bytes, from, to);
  // The low bits alone pick the slot.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The code of an id; -1 where no record bears it. */
function codeOf({ ids, slots }: Pick<Dictionary, 'ids' | 'slots'>, id: Uint8Array): number {
  if (slots.length === 0) return -1;
  const mask = slots.length - 1;
  for (let at = hashOf(id, 0, id.length) & mask; ; at = (at + 1) & mask) {
    const code = slots[at];
    if (code === -1 || isText(ids, code, id)) return code;
  }
}

/** For each code 1 where an id or a redirect from one leads to it; ids of nothing are passed over. */
export function maskOf(dictionary: Dictionary, ids: readonly string[]): Uint8Array {
  const mask = new Uint8Array(dictionary.size);
  for (const id of ids) {
    const bytes = bytesOf(id);
    const code = codeOf(dictionary, bytes);
    if (code !== -1) mask[code] = 1;
    for (let at = 0; at < dictionary.ledTo.length; at += 1) {
      if (isText(dictionary.oldIds, at, bytes)) mask[dictionary.ledTo[at]] = 1;
    }
  }
  return mask;
}

/** For each place in a list of words 1 where it is asked for. */
export const maskOfWords = <Word extends string>(words: readonly Word[], asked: readonly Word[]): Uint8Array =>
  Uint8Array.from(words, (word) => (asked.includes(word) ? 1 : 0));

export const idOf = ({ ids }: Dictionary, code: number): string => textAt(ids, code);
export const labelOf = ({ labels }: Dictionary, code: number): string => textAt(labels, code);
export const idsOf = ({ ids }: Dictionary, codes: readonly number[]): string[] => textsAt(ids, codes);
export const labelsOf = ({ labels }: Dictionary, codes: readonly number[]): string[] => textsAt(labels, codes);

/** The redirects that lead to a record: old id, and the code of what it leads to. */
export const redirectsOf = ({
  oldIds,
  ledTo,
}: Dictionary): readonly { readonly from: string; readonly code: number }[] =>
  Array.from(ledTo, (code, at) => ({ from: textAt(oldIds, at), code }));

/** Gathers records in the order of their keys, by which rows name them. */
export class DictionaryBuilder {
  readonly #keys = growing.float64();
  readonly #ids = new TextPacker();
  readonly #labels: TextPacker | undefined;
  readonly #redirects: { readonly from: string; readonly to: string }[] = [];
  #found: Float64Array | undefined;

  constructor(labelled: boolean) {
    this.#labels = labelled ? new TextPacker() : undefined;
  }

  get bytes(): number {
    return this.#keys.bytes + (this.#found?.byteLength ?? 0) + this.#ids.bytes + (this.#labels?.bytes ?? 0);
  }

  get size(): number {
    return this.#ids.length;
  }

  add(key: number, id: string, label = id): void {
    this.#keys.push(key);
    this.#ids.add(id);
    this.#labels?.add(label);
  }

  redirect(from: string, to: string): void {
    this.#redirects.push({ from, to });
  }

  /** @throws TypeError when no record has the key. */
  code(key: number): number {
    const keys = (this.#found ??= this.#keys.finish());
    // Keys are mostly given one after another.
    const near = key - keys[0];
    if (keys[near] === key) return near;
    let [low, high] = [0, keys.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (keys[middle] === key) return middle;
      if (keys[middle] < key) low = middle + 1;
      else high = middle - 1;
    }
    throw new TypeError(`${key} is the key of no record, or records came out of order`);
  }

  finish(): Dictionary {
    const size = this.size;
    const ids = this.#ids.finish();
    const labels = this.#labels?.finish() ?? ids;
    const slots = slotsOf(ids, size);
    const leads = this.#redirects
      .map(({ from, to }) => ({ from, code: codeOf({ ids, slots }, bytesOf(to)) }))
      .filter(({ code }) => code !== -1);
    const oldIds = new TextPacker();
    for (const { from } of leads) oldIds.add(from);
    return {
      size,
      ids,
      labels,
      ...ranksOf(ids, labels, size),
      slots,
      oldIds: oldIds.finish(),
      ledTo: Int32Array.from(leads, ({ code }) => code),
    };
  }
}

function slotsOf(ids: PackedTexts, size: number): Int32Array {
  const slots = new Int32Array(size === 0 ? 0 : 2 ** Math.ceil(Math.log2(size * 1.5 + 1))).fill(-1);
  const mask = slots.length - 1;
  for (let code = 0; code < size; code += 1) {
    let at = hashOf(ids.bytes, ids.offsets[code], ids.offsets[code + 1]) & mask;
    while (slots[at] !== -1) at = (at + 1) & mask;
    slots[at] = code;
  }
  return slots;
}

function ranksOf(ids: PackedTexts, labels: PackedTexts, size: number): Pick<Dictionary, 'ranks' | 'byRank'> {
  const byRank = Uint32Array.from({ length: size }, (_, code) => code).sort(
    (a, b) => compareTexts(labels, a, b) || compareTexts(ids, a, b),
  );
  const ranks = new Uint32Array(size);
  byRank.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return { ranks, byRank };
}
