/** The months in English, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A month counted from January of the year 0, as `YYYY-MM`; with more digits, or a minus before them, where the year needs it. */
export function formatMonth(month: number): string {
  const year = Math.floor(month / 12);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${String(month - year * 12 + 1).padStart(2, '0')}`;
}
