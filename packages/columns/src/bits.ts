/** Bits that are set in a number. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The rows whose bit is set, in their order: that of row `n` is bit `n % 32` of the number `n >>> 5`.
 *
 * @param most Nothing is gathered where there are as many.
 */
export function rowsOfBits(bits: Uint32Array, most: number): Uint32Array | undefined {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    count += countBits(bits[at]);
    if (count >= most) return undefined;
  }
  const found = new Uint32Array(count);
  let end = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let rest = bits[at]; rest !== 0; rest &= rest - 1) {
      found[end] = at * 32 + 31 - Math.clz32(rest & -rest);
      end += 1;
    }
  }
  return found;
}
