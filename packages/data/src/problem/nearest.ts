/** Number of letters to add, drop or change to turn one word into the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Number of letters with which both words begin. */
function beginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * The known words that may have been meant, the likeliest first: those with the fewest letters different, or that contain
 * the word or are contained in it; of those equally near, the ones that begin as it does.
 *
 * @param count How many at most.
 */
export function nearestWords(word: string, known: Iterable<string>, count: number): string[] {
  const meant = word.toLowerCase();
  const near: { word: string; distance: number; beginning: number }[] = [];
  for (const candidate of [...known].sort()) {
    const other = candidate.toLowerCase();
    const shorter = Math.min(meant.length, other.length);
    const contained = shorter >= 4 && (other.includes(meant) || meant.includes(other));
    const limit = Math.max(Math.min(2, shorter - 1), Math.floor(Math.max(meant.length, other.length) / 3));
    // Lengths alone may rule a candidate out, which spares most comparisons.
    if (!contained && Math.abs(meant.length - other.length) > limit) continue;
    const apart = distance(meant, other);
    if (contained || apart <= limit) {
      near.push({ word: candidate, distance: apart, beginning: beginning(meant, other) });
    }
  }
  return near
    .sort((a, b) => a.distance - b.distance || b.beginning - a.beginning)
    .slice(0, count)
    .map((candidate) => candidate.word);
}

/** The known word that was most likely meant; `undefined` when none is near. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => nearestWords(word, known, 1)[0];
