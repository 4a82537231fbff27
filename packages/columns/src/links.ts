import type { KnownLinks, Links } from './columns.ts';
import { growing } from './growing.ts';

/** Gathers several values for each row; rows come in their order, those without values are passed over. */
export class LinkBuilder {
  readonly offsets = growing.uint32();
  readonly values = growing.uint32();

  get bytes(): number {
    return this.offsets.bytes + this.values.bytes;
  }

  /** @throws TypeError when a row comes after a later one. */
  add(row: number, value: number): void {
    if (row < this.offsets.length - 1) throw new TypeError(`row ${row} comes after row ${this.offsets.length - 1}`);
    this.begin(row);
    this.values.push(value);
  }

  /** The values that follow are of this row. */
  begin(row: number): void {
    while (this.offsets.length <= row) this.offsets.push(this.values.length);
  }

  finish(rows: number): Links {
    this.begin(rows);
    return { offsets: this.offsets.finish(), values: this.values.finish() };
  }
}

/** Gathers several values for each row, each with the code of an instant. */
export class KnownLinkBuilder extends LinkBuilder {
  readonly known = growing.uint32();

  override get bytes(): number {
    return super.bytes + this.known.bytes;
  }

  addKnown(row: number, value: number, known: number): void {
    this.add(row, value);
    this.known.push(known);
  }

  override finish(rows: number): KnownLinks {
    return { ...super.finish(rows), known: this.known.finish() };
  }
}

/** Whether one of the values from a place to another is in the mask. */
export function hasAny(values: Uint32Array, from: number, to: number, mask: Uint8Array): boolean {
  for (let at = from; at < to; at += 1) if (mask[values[at]] === 1) return true;
  return false;
}
