import { formatNumber } from './number.ts';

/** A size as a reader gauges it: "323 bytes", "809 kB", "1.4 MB". Units are decimal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)} bytes`;
  if (bytes < 999_500) return `${formatNumber(Math.round(bytes / 1000))} kB`;
  return `${formatNumber(Math.round(bytes / 100_000) / 10)} MB`;
}
