/** Where a list of the highest counts ends. */
interface End {
  /** The lowest count of which some are listed. */
  readonly least: number;
  /** How many have a higher one: all of them are listed. */
  readonly above: number;
}

/** @param having How many have each count. */
function endOf(having: Uint32Array, most: number): End {
  let least = having.length - 1;
  let above = 0;
  while (least > 0 && above + having[least] <= most) {
    above += having[least];
    least -= 1;
  }
  return { least, above };
}

/** Counts from here on are told apart by sorting: few codes have as many. */
const MANY = 4_096;

/** How many codes have each count above 0; those of `MANY` and more are counted together. */
function havingOf(counts: Uint32Array): Uint32Array {
  const having = new Uint32Array(MANY + 1);
  // Where most have 1, to count those one by one would have to wait for each sum before the next.
  let ones = 0;
  for (let code = 0; code < counts.length; code += 1) {
    const count = counts[code];
    if (count < 2) ones += count;
    else having[count < MANY ? count : MANY] += 1;
  }
  having[1] = ones;
  return having;
}

/**
 * The codes of the highest counts above 0, sorted by count, those of equal count by their rank.
 *
 * @param counts By code.
 * @param byRank Codes in the order of their ranks.
 * @param ranks Rank of each code.
 * @param most How many at most.
 */
export function highest(counts: Uint32Array, byRank: Uint32Array, ranks: Uint32Array, most: number): number[] {
  const having = havingOf(counts);
  const { least, above } = endOf(having, most);
  // Where those of many do not all fit, all of them are sorted.
  const [over, wanted] = least === MANY ? [MANY - 1, having[MANY]] : [least, above];
  const found: number[] = [];
  for (let code = 0; found.length < wanted; code += 1) if (counts[code] > over) found.push(code);
  found.sort((a, b) => counts[b] - counts[a] || ranks[a] - ranks[b]);
  if (least === MANY) return found.slice(0, most);
  // Of those with just as much the first ones.
  if (least > 0) {
    for (let rank = 0; found.length < most; rank += 1) if (counts[byRank[rank]] === least) found.push(byRank[rank]);
  }
  return found;
}
