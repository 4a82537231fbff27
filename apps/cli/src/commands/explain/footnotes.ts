import type { Because, ClaimId } from '@counterclaim/domain';

/** Numbers as few words: "1 3–5". */
function spans(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while ((sorted[end + 1] ?? 0) - (sorted[end] ?? 0) === 1) end += 1;
    parts.push(end - at < 2 ? sorted.slice(at, end + 1).join(' ') : `${sorted[at]}–${sorted[end]}`);
    at = end + 1;
  }
  return parts.join(' ');
}

/** The claims of an explanation, each with a number by which reasons name it. Numbered in the order in which they are first named. */
export class Footnotes {
  readonly #numbers = new Map<ClaimId, number>();

  #numberOf(claim: ClaimId): number {
    let number = this.#numbers.get(claim);
    if (number === undefined) this.#numbers.set(claim, (number = this.#numbers.size + 1));
    return number;
  }

  /** The claims by their numbers: `[1 3–5]`. */
  mark(claims: Iterable<ClaimId>): string {
    const numbers = [...claims].map((claim) => this.#numberOf(claim));
    return numbers.length === 0 ? 'no claim' : `[${spans(numbers)}]`;
  }

  /** Reasons as rules with their versions and claims; rules that were applied to the same claims stand together. */
  reasons(because: readonly Because[]): string {
    const byClaims = new Map<string, string[]>();
    for (const { rule, version, claims } of because) {
      const mark = this.mark(claims);
      byClaims.set(mark, [...(byClaims.get(mark) ?? []), `${rule}@${version}`]);
    }
    return [...byClaims].map(([mark, rules]) => `${rules.join(', ')} ${mark}`).join('; ');
  }
}
