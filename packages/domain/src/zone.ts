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

/** What clocks showed when they were last read, by zone: reading one costs some microseconds, and days repeat. */
const readings = new Map<string, Map<number, number>>();

/** Readings remembered for a zone: of some years, day by day. */
const READINGS = 4_096;

/** What a clock in the zone shows at an instant, as milliseconds of the same clock in UTC. */
export function clockAt(instant: number, zone: string): number {
  let known = readings.get(zone);
  if (known === undefined) {
    formatterOf(zone);
    readings.set(zone, (known = new Map<number, number>()));
  }
  let reading = known.get(instant);
  if (reading === undefined) {
    if (known.size >= READINGS) known.clear();
    known.set(instant, (reading = readClock(instant, zone)));
  }
  return reading;
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
  const day = 86_400_000;
  const before = wallClock - day - (clockAt(wallClock - day, zone) - wallClock);
  const after = wallClock + day - (clockAt(wallClock + day, zone) - wallClock);
  // `before` and `after` apply the offsets in force a day earlier and a day later.
  return clockAt(before, zone) === wallClock || clockAt(after, zone) !== wallClock ? before : after;
}
