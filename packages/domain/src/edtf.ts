import { MONTH_NAMES } from './month.ts';
import { failure, type Result, success } from './result.ts';

/**
 * Extended Date/Time Format (ISO 8601-2:2019, Annex A), levels 0 and 1, parsed without losing the zone
 * or the precision. Minute precision without seconds is our stated extension.
 */
export const EDTF_PRECISIONS = ['century', 'decade', 'year', 'season', 'month', 'day', 'minute', 'second'] as const;
export type EdtfPrecision = (typeof EDTF_PRECISIONS)[number];

/** One date or date-time, with the precision at which it was given. */
export interface EdtfPoint {
  readonly precision: EdtfPrecision;
  /** Astronomical year; of a decade or century, its first. */
  readonly year: number;
  /** 1–12; of an unspecified month (`2020-XX-XX`), absent. */
  readonly month?: number;
  /** 21–24, spring to winter. */
  readonly season?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** Minutes east of UTC; absent when the text gives no offset. */
  readonly offset?: number;
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

/** `open` is `..` (no limit), `unknown` is an empty side. */
export type EdtfBoundary = EdtfPoint | 'open' | 'unknown';

export type Edtf =
  | { readonly type: 'date'; readonly point: EdtfPoint }
  | { readonly type: 'interval'; readonly start: EdtfBoundary; readonly end: EdtfBoundary };

const DATE =
  /^(?<year>-?\d{4}|\d{3}X|\d{2}XX|Y-?\d{5,9})(?:-(?<month>\d{2}|XX))?(?:-(?<day>\d{2}|XX))?(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?(?<qualifier>[?~%])?$/;

/** Years are counted in instants of JavaScript, which reach a little further either way. */
const LAST_YEAR = 270_000;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month of the proleptic Gregorian calendar; the month counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Minutes east of UTC, or `null` when the offset lies outside ±14:00. */
function offsetMinutes(text: string): number | null {
  if (text === 'Z') return 0;
  const digits = text.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2) || '0');
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function parseYear(text: string): { year: number; precision: 'century' | 'decade' | 'year' } {
  if (text.startsWith('Y')) return { year: Number(text.slice(1)), precision: 'year' };
  if (text.endsWith('XX')) return { year: Number(`${text.slice(0, 2)}00`), precision: 'century' };
  if (text.endsWith('X')) return { year: Number(`${text.slice(0, 3)}0`), precision: 'decade' };
  return { year: Number(text), precision: 'year' };
}

function parsePoint(text: string): Result<EdtfPoint> {
  const groups = DATE.exec(text)?.groups;
  if (groups?.['year'] === undefined) {
    return failure(
      `${JSON.stringify(text)} is not an EDTF date: write 2020-11-21, 2020-11, 2020 or 2020-11-21T08:40+04:30`,
    );
  }
  const { month: monthText, day: dayText, hour: hourText, minute: minuteText, second: secondText } = groups;
  const { year, precision } = parseYear(groups['year']);
  if (Math.abs(year) > LAST_YEAR) {
    return failure(`the year ${year} lies beyond the calendar: write a year from -${LAST_YEAR} to ${LAST_YEAR}`);
  }
  const qualifier = groups['qualifier'];
  const qualified = {
    year,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
  if (monthText === undefined) {
    return hourText === undefined
      ? success({ precision, ...qualified })
      : failure(`${JSON.stringify(text)} has a time without a day: write the whole day before T`);
  }
  if (precision !== 'year') {
    return failure(`${JSON.stringify(text)} has a month in an unspecified year: write the year or drop the month`);
  }
  if (monthText === 'XX') {
    if (dayText !== undefined && dayText !== 'XX') {
      return failure(`${JSON.stringify(text)} has a day in an unspecified month: write the month or XX for the day`);
    }
    return hourText === undefined
      ? success({ precision: 'year', ...qualified })
      : failure(`${JSON.stringify(text)} has a time without a day: write the whole day before T`);
  }
  const month = Number(monthText);
  if (month >= 21 && month <= 24) {
    return dayText === undefined
      ? success({ precision: 'season', season: month, ...qualified })
      : failure(`${JSON.stringify(text)} has a day in a season: write a month from 01 to 12`);
  }
  const monthName = MONTH_NAMES[month - 1];
  if (monthName === undefined) {
    return failure(`month ${monthText} does not exist: write 01 to 12, or 21 to 24 for a season`);
  }
  if (dayText === undefined || dayText === 'XX') {
    return hourText === undefined
      ? success({ precision: 'month', month, ...qualified })
      : failure(`${JSON.stringify(text)} has a time without a day: write the whole day before T`);
  }
  const day = Number(dayText);
  const lastDay = daysInMonth(year, month);
  if (day < 1 || day > lastDay) {
    return failure(
      `${day} ${monthName} ${year} does not exist: ${monthName} ${year} ends on ${lastDay}; correct the day, or give the month alone`,
    );
  }
  if (hourText === undefined || minuteText === undefined) {
    return success({ precision: 'day', month, day, ...qualified });
  }
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText ?? '0');
  if (hour > 23 || minute > 59 || second > 59) {
    return failure(`${text.slice(text.indexOf('T') + 1)} is no time of day: write 00:00 to 23:59`);
  }
  const offsetText = groups['offset'];
  const offset = offsetText === undefined ? undefined : offsetMinutes(offsetText);
  if (offset === null) return failure(`offset ${offsetText} does not exist: write Z or ±hh:mm up to 14:00`);
  return success({
    precision: secondText === undefined ? 'minute' : 'second',
    month,
    day,
    hour,
    minute,
    ...(secondText === undefined ? {} : { second }),
    ...(offset === undefined ? {} : { offset }),
    ...qualified,
  });
}

function parseBoundary(text: string): Result<EdtfBoundary> {
  if (text === '..') return success('open');
  if (text === '') return success('unknown');
  return parsePoint(text);
}

/** Parses an EDTF text; the error says what is wrong and what to write instead. */
export function parseEdtf(text: string): Result<Edtf> {
  const sides = text.split('/');
  const [first = '', second] = sides;
  if (second === undefined) {
    const point = parsePoint(first);
    return point.ok ? success({ type: 'date', point: point.value }) : point;
  }
  if (sides.length > 2) return failure(`${JSON.stringify(text)} has more than one slash: write start/end`);
  const start = parseBoundary(first);
  if (!start.ok) return start;
  const end = parseBoundary(second);
  if (!end.ok) return end;
  if (typeof start.value === 'string' && typeof end.value === 'string') {
    return failure(`${JSON.stringify(text)} has neither start nor end: give at least one date`);
  }
  if (typeof start.value === 'object' && typeof end.value === 'object' && begins(start.value) > begins(end.value)) {
    return failure(`${JSON.stringify(text)} ends before it starts: swap the two dates`);
  }
  return success({ type: 'interval', start: start.value, end: end.value });
}

/** A single EDTF date or date-time of the years that a clock can count; never an interval. */
export function parseDate(text: string): Result<EdtfPoint> {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.type === 'interval') {
    return failure(`${JSON.stringify(text)} is an interval: write a single date such as 2020-11-22`);
  }
  const { point } = parsed.value;
  return Math.abs(point.year) <= 9999
    ? success(point)
    : failure(`${JSON.stringify(text)} lies beyond the calendar: write a year of four digits`);
}

export const isEdtf = (text: string): boolean => parseEdtf(text).ok;

/** The parsed text; throws a `TypeError` when it is not EDTF. For literals and checked records. */
export function ensureEdtf(text: string): Edtf {
  const result = parseEdtf(text);
  if (!result.ok) throw new TypeError(result.error);
  return result.value;
}

/** Milliseconds of the wall clock at the start of a point, read as if in UTC; the offset, if any, is subtracted. */
function begins(point: EdtfPoint): number {
  return wallClock(point) - (point.offset ?? 0) * 60_000;
}

/** Milliseconds since 1970 at which a wall clock shows the start of the point, as if the clock ran in UTC. */
export function wallClock({ year, month = 1, day = 1, hour = 0, minute = 0, second = 0 }: Partial<EdtfPoint>): number {
  const date = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year ?? 0, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}

/** The wall clock at which the next point of the same precision would begin. */
export function wallClockAfter(point: EdtfPoint): number {
  const { year, month = 1, day = 1 } = point;
  switch (point.precision) {
    case 'century':
      return wallClock({ year: year + 100 });
    case 'decade':
      return wallClock({ year: year + 10 });
    // A season is bounded by its year: the text does not say in which hemisphere.
    case 'season':
    case 'year':
      return wallClock({ year: year + 1 });
    case 'month':
      return wallClock({ year, month: month + 1 });
    case 'day':
      return wallClock({ year, month, day: day + 1 });
    case 'minute':
      return wallClock(point) + 60_000;
    case 'second':
      return wallClock(point) + 1_000;
  }
}
