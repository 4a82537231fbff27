import { scaleLinear } from 'd3-scale';
import { formatNumber } from '#lib/format/number.ts';

/** A linear axis from zero, in percent of its column: nothing is measured, so the server can draw it. */
export interface Axis {
  readonly x: (value: number) => number;
  readonly ticks: readonly { readonly label: string; readonly x: number }[];
}

/** The room that labels need to the right of the largest number. */
const HEADROOM = 1.3;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * An axis for whole numbers: zero is always on it, and three or four ticks.
 *
 * @param values All numbers that will be placed on it.
 */
export function axisOf(values: readonly number[]): Axis {
  const largest = Math.max(1, ...values);
  const scale = scaleLinear([0, largest * HEADROOM], [0, 100]);
  const ticks = scale.ticks(3).filter((tick) => Number.isInteger(tick));
  return {
    x: (value) => rounded(scale(value)),
    ticks: ticks.map((tick) => ({ label: formatNumber(tick), x: rounded(scale(tick)) })),
  };
}
