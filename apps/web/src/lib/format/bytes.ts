import { formatNumber } from './number.ts';

/** A size as a reader gauges it: "323 bytes", "809 kB", "1.4 MB". Units are decimal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} bytes`;
  if (bytes < 999_500) return `${formatNumber(Math.round(bytes / 1000))} kB`;
  const tenths = Math.round(bytes / 100_000);
  const rest = tenths % 10;
  return `${formatNumber((tenths - rest) / 10)}${rest === 0 ? '' : `.${rest}`} MB`;
}
