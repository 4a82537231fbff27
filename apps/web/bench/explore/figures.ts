/** The value below which so much of a list lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** One figure, beside its goal where it has one. */
export function line(what: string, figure: string, goal?: string): void {
  console.log(`${what.padEnd(44)} ${figure}${goal === undefined ? '' : `   (goal ${goal})`}`);
}

/** The middle, nearly the worst and the worst of several times. */
export const spread = (milliseconds: readonly number[]): string =>
  `p50 ${quantile(milliseconds, 0.5).toFixed(0)}, p95 ${quantile(milliseconds, 0.95).toFixed(0)}, ` +
  `worst ${Math.max(...milliseconds).toFixed(0)} ms of ${milliseconds.length}`;
