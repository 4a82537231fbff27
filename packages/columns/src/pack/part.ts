import { fnv1a } from '../fnv.ts';
import type { Column } from '../growing.ts';
import type { Links } from '../columns.ts';
import type { PackedTexts } from '../packed-text.ts';
import { type Names, takeApart } from './names.ts';
import { type NumberColumn, packNumbers, unpackNumbers } from './numbers.ts';
import { PackError } from './pack-error.ts';

/** A part of a pack, as its header says: its columns stand one after another. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
  /** FNV-1a of its bytes, 32 bits. */
  readonly checksum: number;
  readonly columns: readonly NumberColumn[];
}

/** Gathers the columns of one part, and pauses after each. */
export class PartWriter {
  readonly #name: string;
  readonly #pause: () => Promise<void>;
  readonly #columns: NumberColumn[] = [];
  readonly #bytes: Uint8Array[] = [];

  constructor(name: string, pause: () => Promise<void>) {
    this.#name = name;
    this.#pause = pause;
  }

  async numbers(name: string, values: ArrayLike<number>, options?: { readonly delta?: true }): Promise<void> {
    const { column, bytes } = packNumbers(name, values, options);
    this.#columns.push(column);
    this.#bytes.push(bytes);
    await this.#pause();
  }

  /** Several values for each row: how many, and which. */
  async links(name: string, { offsets, values }: Links, options?: { readonly delta?: true }): Promise<void> {
    await this.numbers(`${name}.counts`, countsOf(offsets));
    await this.numbers(`${name}.values`, values, options);
  }

  async texts(name: string, { bytes, offsets }: PackedTexts): Promise<void> {
    await this.numbers(`${name}.lengths`, countsOf(offsets));
    await this.numbers(`${name}.bytes`, bytes);
  }

  /** @param columns Texts of the same rows, ids first. */
  async names(name: string, rows: number, columns: readonly PackedTexts[]): Promise<void> {
    const { numbers, places, texts } = takeApart(rows, columns);
    await this.numbers(`${name}.numbers`, numbers);
    await this.numbers(`${name}.places`, places, { delta: true });
    await this.texts(`${name}.texts`, texts);
  }

  finish(): { readonly part: Part; readonly bytes: Uint8Array } {
    const bytes = new Uint8Array(this.#bytes.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const each of this.#bytes) {
      bytes.set(each, at);
      at += each.length;
    }
    return {
      part: { name: this.#name, bytes: bytes.length, checksum: fnv1a(bytes), columns: this.#columns },
      bytes,
    };
  }
}

const countsOf = (offsets: Uint32Array): Uint32Array =>
  Uint32Array.from({ length: offsets.length - 1 }, (_, row) => offsets[row + 1] - offsets[row]);

function offsetsOf(counts: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row += 1) offsets[row + 1] = offsets[row] + counts[row];
  return offsets;
}

/** Hands out the columns of one part. */
export class PartReader {
  readonly #part: Part;
  readonly #bytes: Uint8Array;
  readonly #places = new Map<string, { readonly column: NumberColumn; readonly from: number }>();

  /** @throws PackError when the bytes are not those that were written. */
  constructor(part: Part, bytes: Uint8Array) {
    if (bytes.length !== part.bytes || fnv1a(bytes) !== part.checksum) {
      throw new PackError(`its part ${part.name} is damaged`);
    }
    this.#part = part;
    this.#bytes = bytes;
    let from = 0;
    for (const column of part.columns) {
      this.#places.set(column.name, { column, from });
      from += column.rows * column.width;
    }
    if (from !== bytes.length)
      throw new PackError(`the columns of its part ${part.name} take ${from} bytes, not ${bytes.length}`);
  }

  numbers<Kind extends Column>(name: string, make: new (length: number) => Kind): Kind {
    const place = this.#places.get(name);
    if (place === undefined) throw new PackError(`its part ${this.#part.name} has no column ${name}`);
    const { column, from } = place;
    return unpackNumbers({ column, bytes: this.#bytes.subarray(from, from + column.rows * column.width) }, make);
  }

  links(name: string): Links {
    const links = {
      offsets: offsetsOf(this.numbers(`${name}.counts`, Uint32Array)),
      values: this.numbers(`${name}.values`, Uint32Array),
    };
    this.#checkLength(name, links.offsets, links.values);
    return links;
  }

  texts(name: string): PackedTexts {
    const texts = {
      offsets: offsetsOf(this.numbers(`${name}.lengths`, Uint32Array)),
      bytes: this.numbers(`${name}.bytes`, Uint8Array),
    };
    this.#checkLength(name, texts.offsets, texts.bytes);
    return texts;
  }

  names(name: string): Names {
    return {
      numbers: this.numbers(`${name}.numbers`, Uint32Array),
      places: this.numbers(`${name}.places`, Uint32Array),
      texts: this.texts(`${name}.texts`),
    };
  }

  #checkLength(name: string, offsets: Uint32Array, values: Column): void {
    if (offsets[offsets.length - 1] !== values.length) {
      throw new PackError(
        `${name} of its part ${this.#part.name} has ${values.length} values, not ${offsets[offsets.length - 1]}`,
      );
    }
  }
}
