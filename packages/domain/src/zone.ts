/** Formatters are costly to build and depend on nothing but the zone's name. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** Whether the runtime's time-zone database knows an IANA zone such as `Asia/Kabul`. Offsets are no zones. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

const DAY = 86_400_000;

/** How far clocks were ahead of UTC at the beginning of days (UTC), by zone: reading one costs some microseconds, and days repeat. */
const offsets = new Map<string, Map<number, number>>();

/** Days remembered for a zone: more than the years from 1970 to 2050 have. */
const DAYS = 32_768;

/** What a clock in the zone shows at an instant, as milliseconds of the same clock in UTC. */
export function clockAt(instant: number, zone: string): number {
  let known = offsets.get(zone);
  if (known === undefined) {
    formatterOf(zone);
    offsets.set(zone, (known = new Map<number, number>()));
  }
  const day = Math.floor(instant / DAY);
  const offset = offsetAtStart(day, zone, known);
  // No zone ever changed its offset twice within a day: where it is the same at both ends, it is the same in between.
  return offset === offsetAtStart(day + 1, zone, known) ? instant + offset : readClock(instant, zone);
}

/** Milliseconds by which a clock in the zone is ahead of UTC as a day, counted from 1970, begins. */
function offsetAtStart(day: number, zone: string, known: Map<number, number>): number {
  let offset = known.get(day);
  if (offset === undefined) {
    if (known.size >= DAYS) known.clear();
    known.set(day, (offset = readClock(day * DAY, zone) - day * DAY));
  }
  return offset;
}

function readClock(instant: number, zone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) parts[type] = value;
  const year = Number(parts.year) * (parts.era === 'BC' || parts.era === 'B' ? -1 : 1) + (parts.era === 'BC' ? 1 : 0);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return date.getTime();
}

/**
 * The first instant at which a clock in the zone shows a wall-clock time (milliseconds as if in UTC).
 * A time that the clock skips in spring is read with the offset before the change.
 *
 * @throws RangeError when the zone is unknown.
 */
export function instantOf(wallClock: number, zone: string): number {
  const before = wallClock - DAY - (clockAt(wallClock - DAY, zone) - wallClock);
  const after = wallClock + DAY - (clockAt(wallClock + DAY, zone) - wallClock);
  // `before` and `after` apply the offsets in force a day earlier and a day later.
  return clockAt(before, zone) === wallClock || clockAt(after, zone) !== wallClock ? before : after;
}
