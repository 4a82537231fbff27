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

/**
 * Clocks are read at both ends of stretches of six days: no zone of the time-zone database ever changed its offset twice
 * within one (the least time between two changes is a week less an hour).
 */
const STRETCH = 6 * DAY;

/** How far clocks were ahead of UTC at the beginning of stretches, by zone: reading one costs some microseconds, and times repeat. */
const offsets = new Map<string, Map<number, number>>();

/** Stretches remembered for a zone: more than the years from 1500 to 2050 have. */
const STRETCHES = 32_768;

/** What a clock in the zone shows at an instant, as milliseconds of the same clock in UTC. */
export function clockAt(instant: number, zone: string): number {
  let known = offsets.get(zone);
  if (known === undefined) {
    formatterOf(zone);
    offsets.set(zone, (known = new Map<number, number>()));
  }
  const stretch = Math.floor(instant / STRETCH);
  const offset = offsetAtStart(stretch, zone, known);
  // Where it is the same at both ends, it is the same in between.
  return offset === offsetAtStart(stretch + 1, zone, known) ? instant + offset : readClock(instant, zone);
}

/** Milliseconds by which a clock in the zone is ahead of UTC as a stretch, counted from 1970, begins. */
function offsetAtStart(stretch: number, zone: string, known: Map<number, number>): number {
  let offset = known.get(stretch);
  if (offset === undefined) {
    if (known.size >= STRETCHES) known.clear();
    known.set(stretch, (offset = readClock(stretch * STRETCH, zone) - stretch * STRETCH));
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
