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

/** How many codes have each count above 0. */
function havingOf(counts: Uint32Array): Uint32Array {
  let top = 0;
  let all = 0;
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0) continue;
    all += 1;
    if (counts[code] > top) top = counts[code];
  }
  const having = new Uint32Array(top + 1);
  if (top === 0) return having;
  // Where most have 1, to count those one by one would have to wait for each sum before the next.
  let more = 0;
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] < 2) continue;
    having[counts[code]] += 1;
    more += 1;
  }
  having[1] += all - more;
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
  const { least, above } = endOf(havingOf(counts), most);
  const found: number[] = [];
  for (let code = 0; found.length < above; code += 1) if (counts[code] > least) found.push(code);
  found.sort((a, b) => counts[b] - counts[a] || ranks[a] - ranks[b]);
  // Of those with just as much the first ones.
  if (least > 0) {
    for (let rank = 0; found.length < most; rank += 1) if (counts[byRank[rank]] === least) found.push(byRank[rank]);
  }
  return found;
}
