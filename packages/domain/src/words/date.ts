import { clockAt, type Edtf, type EdtfBoundary, type EdtfPoint, parseEdtf, wallClock } from '../index.ts';
import { MONTH_NAMES } from '../month.ts';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** `long` names month and zone in full; `short` is for rows and charts whose header names the zone. */
export type DateStyle = 'long' | 'short';

/** A point as the clocks of a zone show it; of a coarse point, only the fields it has. */
type Shown = Omit<EdtfPoint, 'offset'>;

/** What the clocks of a zone are called: "Kabul time", "UTC". */
export function formatZone(zone: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return /^(?:UTC|GMT|Zulu|UCT)$/.test(city) ? 'UTC' : `${city} time`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Reads the clock of a zone at an instant, with the precision of the text it came from. */
function shownAt(
  instant: number,
  zone: string,
  like: Pick<EdtfPoint, 'precision' | 'uncertain' | 'approximate'>,
): Shown {
  const clock = new Date(clockAt(instant, zone));
  return {
    precision: like.precision,
    uncertain: like.uncertain,
    approximate: like.approximate,
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    hour: clock.getUTCHours(),
    minute: clock.getUTCMinutes(),
    ...(like.precision === 'second' ? { second: clock.getUTCSeconds() } : {}),
  };
}

/** A day is a day and passes through no zone; a clock time with an offset is shown on the zone's clock. */
function shown(point: EdtfPoint, zone: string): Shown {
  if (point.offset === undefined || point.hour === undefined) return point;
  return shownAt(wallClock(point) - point.offset * 60_000, zone, point);
}

const yearText = (year: number): string => (year > 0 ? String(year) : `${1 - year} BC`);

function monthText(month: number, style: DateStyle): string {
  const name = MONTH_NAMES[month - 1] ?? '';
  return style === 'short' ? name.slice(0, 3) : name;
}

/** The day, month or year of a point, without its clock. */
function calendar({ precision, year, month, season, day }: Shown, style: DateStyle): string {
  if (precision === 'century') return `${year}–${year + 99}`;
  if (precision === 'decade') return `the ${year}s`;
  if (season !== undefined) return `${SEASONS[season - 21] ?? 'season'} ${yearText(year)}`;
  if (month === undefined) return yearText(year);
  const monthAndYear = `${monthText(month, style)} ${yearText(year)}`;
  return day === undefined ? monthAndYear : `${day} ${monthAndYear}`;
}

function clock({ hour, minute = 0, second }: Shown): string | null {
  if (hour === undefined) return null;
  return `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`;
}

const qualified = (text: string, { uncertain, approximate }: Shown): string =>
  `${approximate ? 'about ' : ''}${text}${uncertain ? ' (uncertain)' : ''}`;

function pointText(point: Shown, zone: string, style: DateStyle): string {
  const time = clock(point);
  const date = calendar(point, style);
  if (time === null) return qualified(date, point);
  return qualified(`${date}, ${time}${style === 'long' ? ` ${formatZone(zone)}` : ''}`, point);
}

const plain = ({ uncertain, approximate }: Shown): boolean => !uncertain && !approximate;

function intervalText(from: EdtfBoundary, to: EdtfBoundary, zone: string, style: DateStyle): string {
  const start = typeof from === 'string' ? from : shown(from, zone);
  const end = typeof to === 'string' ? to : shown(to, zone);
  if (typeof start === 'string') {
    const until = typeof end === 'string' ? '' : `until ${pointText(end, zone, style)}`;
    return start === 'unknown' ? `${until}, start unknown` : until;
  }
  const first = pointText(start, zone, style);
  if (typeof end === 'string') return end === 'unknown' ? `from ${first}, end unknown` : `from ${first} on`;
  const last = pointText(end, zone, style);
  if (first === last) return first;
  if (!plain(start) || !plain(end)) return `${first} to ${last}`;
  const startClock = clock(start);
  const endClock = clock(end);
  if (startClock !== null && endClock !== null) {
    const startDay = calendar(start, style);
    return startDay === calendar(end, style)
      ? `${startDay}, ${startClock} to ${last.slice(startDay.length + 2)}`
      : `${startDay}, ${startClock} to ${last}`;
  }
  if (
    start.day !== undefined &&
    end.day !== undefined &&
    startClock === null &&
    endClock === null &&
    start.year === end.year
  ) {
    if (start.month === end.month) return `${start.day}–${last}`;
    return `${start.day} ${monthText(start.month ?? 1, style)} to ${last}`;
  }
  if (start.precision === 'month' && end.precision === 'month' && start.year === end.year) {
    return `${monthText(start.month ?? 1, style)} to ${last}`;
  }
  if (start.precision === 'year' && end.precision === 'year') return `${first}–${last}`;
  return `${first} to ${last}`;
}

/**
 * An EDTF text in words, with no more precision than it has: "21 November 2020, 08:40 Kabul time",
 * "November 2020", "about 2020", "from 21 November 2020 on". A text that is not EDTF comes back as it is.
 *
 * @param zone IANA zone on whose clock times are shown; the event's. Days are never shifted.
 */
export function formatDate(edtf: string, zone: string, style: DateStyle = 'long'): string {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok) return edtf;
  const value: Edtf = parsed.value;
  return value.type === 'date'
    ? pointText(shown(value.point, zone), zone, style)
    : intervalText(value.start, value.end, zone, style);
}

/** The day, month or year of an EDTF date, without its clock: "21 November 2020"; an interval in full. */
export function formatDay(edtf: string, zone: string, style: DateStyle = 'long'): string {
  const parsed = parseEdtf(edtf);
  if (!parsed.ok || parsed.value.type !== 'date') return formatDate(edtf, zone, style);
  const point = shown(parsed.value.point, zone);
  return qualified(calendar(point, style), point);
}

/** The time of day of an EDTF date on the clock of a zone, "08:40"; `null` where none is given. */
export function formatClock(edtf: string, zone: string): string | null {
  const parsed = parseEdtf(edtf);
  return parsed.ok && parsed.value.type === 'date' ? clock(shown(parsed.value.point, zone)) : null;
}

const EXACT = { precision: 'minute', uncertain: false, approximate: false } as const;

/**
 * An ISO instant on the clock of a zone: "22 November 2020, 00:00 Kabul time". Seconds are not shown.
 *
 * @param instant As the API gives it, such as `2020-11-21T19:30Z`.
 */
export const formatInstant = (instant: string, zone: string, style: DateStyle = 'long'): string =>
  pointText(shownAt(Date.parse(instant), zone, EXACT), zone, style);
