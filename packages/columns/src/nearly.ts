import { FAILS } from './criteria.ts';

/** Bits of parameters that a facet leaves out. */
const LEFT_OUT = Object.values(FAILS).filter((bit) => bit !== FAILS.other && bit !== FAILS.box);
const COMBINATIONS = 2 * Math.max(...Object.values(FAILS));

/** Events grouped by what they fail: nothing, one parameter that a facet leaves out, or anything else. */
export class Nearly {
  /** Group by group, in the order of events within each: all of them, or those that fail one parameter at most. */
  readonly #events: Uint32Array;
  readonly #groups = new Map<number, readonly [from: number, to: number]>();
  readonly #size: number;

  /**
   * @param fails Bits of `FAILS` of each event.
   * @param room As long as `fails`; it is written over, and belongs to the groups from then on.
   */
  constructor(fails: Uint16Array, room: Uint32Array) {
    this.#size = fails.length;
    const counts = new Uint32Array(COMBINATIONS);
    for (let event = 0; event < fails.length; event += 1) counts[fails[event]] += 1;
    const next = new Uint32Array(COMBINATIONS);
    let end = 0;
    let isMost = false;
    for (const bits of [0, ...LEFT_OUT]) {
      next[bits] = end;
      this.#groups.set(bits, [end, end + counts[bits]]);
      end += counts[bits];
      isMost ||= counts[0] + (bits === 0 ? 0 : counts[bits]) > fails.length / 2;
    }
    const grouped = end;
    const isOne = new Uint8Array(COMBINATIONS);
    for (const bits of this.#groups.keys()) isOne[bits] = 1;
    // Others are of use only to whoever counts most events by those that are missing.
    for (let event = 0; event < fails.length; event += 1) {
      const bits = fails[event];
      if (isOne[bits] === 1) room[next[bits]++] = event;
      else if (isMost) room[end++] = event;
    }
    this.#events = room.subarray(0, isMost ? fails.length : grouped);
  }

  /** Events that fail exactly this, in their order. */
  with(bits: number): Uint32Array {
    const [from, to] = this.#groups.get(bits) ?? [0, 0];
    return this.#events.subarray(from, to);
  }

  /** Whether the events that fail nothing, or this alone, are more than half of all. */
  areMost(bits: number): boolean {
    return this.with(0).length + (bits === 0 ? 0 : this.with(bits).length) > this.#size / 2;
  }

  /** All other events than those that fail nothing, or this alone; in parts, and only where those are most. */
  others(bits: number): readonly Uint32Array[] {
    const [from, to] = this.#groups.get(bits) ?? [0, 0];
    const matching = this.with(0).length;
    return bits === 0
      ? [this.#events.subarray(matching)]
      : [this.#events.subarray(matching, from), this.#events.subarray(to)];
  }
}
