import { parseAsOf } from '@counterclaim/domain';

/** The first and the last day on which something became known, in UTC: `YYYY-MM-DD`. */
export interface KnownDays {
  readonly first: string;
  readonly last: string;
}

const DAY = 86_400_000;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00Z`) / DAY;

/** How many days after the first the last one is. */
export const daysOf = ({ first, last }: KnownDays): number => dayNumber(last) - dayNumber(first);

/**
 * The as-of date so many days after the first: the end of that day. Nothing at the last, because what is known then is
 * what is known now.
 */
export function asOfAt(days: number, known: KnownDays): string | undefined {
  if (days >= daysOf(known)) return undefined;
  return new Date((dayNumber(known.first) + days) * DAY).toISOString().slice(0, 10);
}

/**
 * How many days after the first an as-of date lies, as far as the days go; now, and what is no date, is the last.
 * @param asOf an EDTF date, or date-time with an offset, as it stands in the URL
 */
export function daysAt(asOf: string | undefined, known: KnownDays): number {
  const last = daysOf(known);
  const instant = asOf === undefined ? undefined : parseAsOf(asOf);
  if (instant?.ok !== true) return last;
  // The end of a day is the first instant of the next.
  return Math.min(Math.max(Math.floor((instant.value - 1) / DAY) - dayNumber(known.first), 0), last);
}
