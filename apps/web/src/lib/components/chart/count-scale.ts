/** A scale for counts that starts at zero, in percent of its length. */
export interface CountScale {
  readonly ticks: readonly number[];
  /** Where a count stands, 0–100; beyond the end it stands at the end. */
  readonly at: (count: number) => number;
}

/** Powers of ten that a log scale is marked with, beside zero. */
const POWERS = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

/**
 * A log scale on which zero has its place: equal steps are equal factors of `count + 1`.
 * @param highest the highest count to be shown; the scale ends at 1,500, or at the next power of ten above it by half
 */
export function logScale(highest: number): CountScale {
  const top = 1.5 * (POWERS.find((power) => power >= 1_000 && power * 1.5 >= highest) ?? highest);
  return {
    ticks: [0, ...POWERS.filter((power) => power <= top)],
    at: (count) => percent(Math.log1p(count) / Math.log1p(top)),
  };
}

/** A linear scale from zero to the next round number at or above `highest`, with at most five ticks. */
export function linearScale(highest: number): CountScale {
  const step = stepFor(Math.max(highest, 1));
  const top = Math.ceil(Math.max(highest, 1) / step) * step;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  return { ticks, at: (count) => percent(count / top) };
}

/** 1, 2 or 5 times a power of ten, so that at most four steps cover the count. */
function stepFor(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest / 4, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step * 4 >= highest) ?? 10 * power;
}

const percent = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * 10_000) / 100;
