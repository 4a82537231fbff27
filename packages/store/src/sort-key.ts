import { clockAt, type Event, type Instant, spanOf } from '@counterclaim/domain';

const DAY = 86_400_000;
const MINUTE = 60_000;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** FNV-1a, 32 bits: spreads ids evenly and is the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** When an event is, by the clock of its zone: milliseconds of that clock, read as if in UTC. */
export interface EventClock {
  /** Infinite where the time is open. */
  readonly starts: number;
  readonly ends: number;
  /** The month in which it begins, or ends where its beginning is open; counted from January of the year 0. */
  readonly month: number;
}

/** @throws TypeError when the event's time is not EDTF; RangeError when its zone is unknown. */
export function eventClock({ time, zone }: Pick<Event, 'time' | 'zone'>): EventClock {
  const span = spanOf(time, zone);
  const local = (instant: Instant): number => (Number.isFinite(instant) ? clockAt(instant, zone) : instant);
  const starts = local(span.start);
  const ends = local(span.end);
  const date = new Date(Number.isFinite(starts) ? starts : ends - 1);
  return { starts, ends, month: date.getUTCFullYear() * 12 + date.getUTCMonth() };
}

const DAYS = 2 ** 20;
const IN_DAY = 2 ** 32;
const MINUTE_BITS = 2 ** 21;

/** Milliseconds beyond which an event counts as long: those are looked for apart, so that others can be found by their key. */
export const LONG = 32 * DAY;

/** The first key of a day, given as milliseconds of a clock read as if in UTC. */
export const firstKeyOf = (clock: number): number => clamp(Math.floor(clock / DAY), -DAYS, DAYS) * IN_DAY;

/**
 * The key of an event's row: day of its beginning × 2^32 + minute of the day × 2^21 + a hash of its id, so that the order of
 * keys is the order of dates, and the same event has the same key in every release. Two ids may share
 * one: the second takes the next that is free. Events that began at no known time come first.
 */
export function eventKey(id: string, starts: number): number {
  const minute = Number.isFinite(starts) ? Math.floor((starts - Math.floor(starts / DAY) * DAY) / MINUTE) : 0;
  return firstKeyOf(starts) + minute * MINUTE_BITS + (hash(id) % MINUTE_BITS);
}

/** 1800-01-01 as days since 1970, and the days that 17 bits count from there: to the year 2158. */
const FIRST_DAY = -62_091;
const TIE_DAYS = 2 ** 17 - 1;

/** The day an event begins on, for ordering events whose number or instant is the same. */
const tieDay = (starts: number): number => clamp(Math.floor(starts / DAY) - FIRST_DAY, 0, TIE_DAYS);

/** Highest number of persons that sorting tells apart. */
const MOST_KILLED = 2 ** 20 - 1;

/**
 * Orders events by the highest number of killed that somebody states, then by date. Negative for events
 * without a range, which come last whichever way the list runs.
 */
export const killedKey = (high: number | null, id: string, starts: number): number =>
  clamp(high ?? -1, -1, MOST_KILLED) * 2 ** 32 + tieDay(starts) * 2 ** 15 + (hash(id) % 2 ** 15);

/** The least key of events of which somebody states so many killed, or more. */
export const leastKilledKey = (killed: number): number => clamp(Math.floor(killed), 0, MOST_KILLED) * 2 ** 32;

/** 1600-01-01 in minutes since 1970, and the minutes that 29 bits count from there: to the year 2620. */
const FIRST_MINUTE = -194_601_600;
const MINUTES = 2 ** 29 - 1;

/**
 * Orders events by the minute in which the latest of their claims became known, then by date. Negative for
 * events without a dated claim, which come last whichever way the list runs.
 */
export function knownKey(lastKnown: Instant | null, id: string, starts: number): number {
  const minute = lastKnown === null ? -1 : clamp(Math.floor(lastKnown / MINUTE) - FIRST_MINUTE, 0, MINUTES);
  return minute * 2 ** 23 + tieDay(starts) * 2 ** 6 + (hash(id) % 2 ** 6);
}
