/**
 * A part of a whole in percent: "43 %", "under 1 %", "over 99 %"; what is rounded is never said to be none or all.
 * @returns a dash where there is no whole
 */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = Math.round((part / whole) * 100);
  if (percent === 0 && part > 0) return 'under 1 %';
  if (percent === 100 && part < whole) return 'over 99 %';
  return `${percent} %`;
}
