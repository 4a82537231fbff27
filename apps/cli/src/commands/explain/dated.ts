import { clockAt, type DatedSpan } from '@counterclaim/domain';
import { formatDay, formatInstant } from '@counterclaim/domain/words';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The calendar day of a clock, `YYYY-MM-DD`. */
const dayOf = (clock: number): string => new Date(clock).toISOString().slice(0, 10);

/**
 * When an answer dates from: "21 Nov 2020, 09:30", "21 Nov 2020", "21 Nov 2020 to 23 Nov 2020", "from 21 Nov 2020, 09:00 to 21 Nov 2020, 12:30".
 *
 * @param zone IANA zone of the event, on whose clock it is shown.
 */
export function formatDated({ from, until }: DatedSpan, zone: string): string {
  const instant = (text: string): string => formatInstant(text, zone, 'short');
  if (from === null) return until === null ? 'at no known time' : `before ${instant(until)}`;
  if (until === null) return `after ${instant(from)}`;
  const [start, end] = [clockAt(Date.parse(from), zone), clockAt(Date.parse(until), zone)];
  if (end - start === MINUTE) return instant(from);
  if (start % DAY !== 0 || end % DAY !== 0) return `from ${instant(from)} to ${instant(until)}`;
  const day = (clock: number): string => formatDay(dayOf(clock), zone, 'short');
  return end - start === DAY ? day(start) : `${day(start)} to ${day(end - DAY)}`;
}
