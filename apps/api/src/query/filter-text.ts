/**
 * What the filters of `/events` say, read from their texts without a schema: for the API's own parameters, and for a browser that holds the
 * columns itself.
 */
import {
  CLAIM_KINDS,
  type EdtfPoint,
  failure,
  parseDate,
  type Result,
  type Span,
  spanOf,
  success,
} from '@counterclaim/domain';
import type { BoundingBox, Bounds } from '@counterclaim/store';

const quoted = (text: string): string => JSON.stringify(text);

/** One end of a range; `undefined` where it is open. */
function parseEnd(text: string): Result<EdtfPoint | undefined> {
  if (text === '') return success(undefined);
  const parsed = parseDate(text);
  return parsed.ok && parsed.value.offset !== undefined
    ? failure(`${quoted(text)} has an offset: dates are those of each event’s own zone, so write none`)
    : parsed;
}

/** The time of a point on a clock of whatever zone, read as if in UTC. */
const onClock = (point: EdtfPoint): Span => spanOf({ type: 'date', point }, 'UTC');

/**
 * `a..b`: from the beginning of a to the end of b, EDTF dates; either end may be left open, and `a` alone means a..a.
 * Days are those of each event's own zone: the span counts a clock of that zone, read as if in UTC.
 */
export function parseDateRange(text: string): Result<Span> {
  const ends = text.split('..');
  const [first = '', last = first] = ends;
  if (ends.length > 2 || (first === '' && last === '')) {
    return failure(
      `${quoted(text)} is no range of dates: write 2020-11-01..2021-07-31, 2020-11.., ..2021 or 2020-11-21`,
    );
  }
  const from = parseEnd(first);
  if (!from.ok) return from;
  const to = parseEnd(last);
  if (!to.ok) return to;
  const span = {
    start: from.value === undefined ? -Infinity : onClock(from.value).start,
    end: to.value === undefined ? Infinity : onClock(to.value).end,
  };
  return span.start < span.end ? success(span) : failure(`${quoted(text)} is upside down: write ${last}..${first}`);
}

/** The form of a range of whole numbers. */
export const BOUNDS = /^(?:\d{1,9}|\d{1,9}\.\.(?:\d{1,9})?|\.\.\d{1,9})$/;

/** `a..b`: whole numbers from a to b, both included; either end may be left open, and `a` alone means a..a. */
export function parseBounds(text: string): Result<Bounds> {
  if (!BOUNDS.test(text)) {
    return failure(`${quoted(text)} is no range of numbers: write 1..10, 1.., ..10 or 1`);
  }
  const [from = '', to = from] = text.split('..');
  const bounds = { ...(from === '' ? {} : { min: Number(from) }), ...(to === '' ? {} : { max: Number(to) }) };
  return bounds.min !== undefined && bounds.max !== undefined && bounds.min > bounds.max
    ? failure(`${quoted(text)} is upside down: write ${bounds.max}..${bounds.min}`)
    : success(bounds);
}

/** The form of a box. */
export const BOX = /^-?\d{1,3}(?:\.\d{1,9})?(?:,-?\d{1,3}(?:\.\d{1,9})?){3}$/;

/** `west,south,east,north` in degrees; west may be greater than east, across the 180th meridian. */
export function parseBoundingBox(text: string): Result<BoundingBox> {
  if (!BOX.test(text)) {
    return failure(
      `${quoted(text)} is no box: write four degrees as west,south,east,north, such as 60.5,29.4,74.9,38.5`,
    );
  }
  const [west = NaN, south = NaN, east = NaN, north = NaN] = text.split(',').map(Number);
  if (Math.max(Math.abs(west), Math.abs(east)) > 180 || Math.max(Math.abs(south), Math.abs(north)) > 90) {
    return failure(`${quoted(text)} leaves the globe: longitudes go to ±180, latitudes to ±90`);
  }
  return south > north
    ? failure(`${quoted(text)} is upside down: write ${[west, north, east, south].join(',')}`)
    : success([west, south, east, north]);
}

/** Before a kind of claim: a key may itself hold a tilde, after an approximate date. */
const BETWEEN_KEYS = new RegExp(`~(?=(?:${CLAIM_KINDS.join('|')})(?:[:~]|$))`);

/** The keys of a list of questions, each once. */
export const splitQuestions = (text: string): string[] => [...new Set(text.split(BETWEEN_KEYS))];

/** What is wrong with a text, for a schema that holds it against its form first. */
export const errorOf = (result: Result<unknown>): string => (result.ok ? '' : result.error);

/** The values of any other list, each once. */
export const splitList = (text: string): string[] => [...new Set(text.split('~'))];
