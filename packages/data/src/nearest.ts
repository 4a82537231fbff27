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

/**
 * The known word that was most likely meant: the one with the fewest letters different, or that contains
 * the word or is contained in it; `undefined` when none is near.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const meant = word.toLowerCase();
  let best: { word: string; distance: number } | undefined;
  for (const candidate of [...known].sort()) {
    const other = candidate.toLowerCase();
    const shorter = Math.min(meant.length, other.length);
    const contained = shorter >= 4 && (other.includes(meant) || meant.includes(other));
    const limit = Math.max(Math.min(2, shorter - 1), Math.floor(Math.max(meant.length, other.length) / 3));
    // Lengths alone may rule a candidate out, which spares most comparisons.
    if (!contained && Math.abs(meant.length - other.length) > limit) continue;
    const apart = distance(meant, other);
    if (!contained && apart > limit) continue;
    if (best === undefined || apart < best.distance) best = { word: candidate, distance: apart };
  }
  return best?.word;
}
