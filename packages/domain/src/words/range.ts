import type { Range } from '../index.ts';
import { formatNumber } from './number.ts';

/** A range of stated numbers: "8–10", "8", "0–6 or more", "0 none"; "not given" where nobody states one. */
export function formatRange(range: Range | null): string {
  if (range === null) return 'not given';
  const { low, high, open } = range;
  if (high === 0 && !open) return '0 none';
  const numbers = low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
  return open ? `${numbers} or more` : numbers;
}
