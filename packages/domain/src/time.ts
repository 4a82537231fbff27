import { z } from 'zod';
import { type Edtf, type EdtfBoundary, type EdtfPoint, ensureEdtf, wallClock, wallClockAfter } from './edtf.ts';
import { remembering } from './remembering.ts';
import { define } from './schema.ts';
import { instantOf } from './zone.ts';

/**
 * The shape of an EDTF text. That the day exists and the interval runs forward is for `parseEdtf` to say:
 * a JSON Schema cannot.
 */
export const edtfSchema = /* @__PURE__ */ define(() =>
  z
    .string()
    .regex(/^[-0-9XY.T:Z+?~%]*(?:\/[-0-9XY.T:Z+?~%]*)?$/)
    .min(4)
    .max(60)
    .describe(
      'EDTF: 2020-11-21, 2020-11, 2020-11-21T08:40+04:30, 2020-05/2020-11. A clock time without an offset is cut to its day.',
    ),
);

/** The shape of an IANA zone name; whether it exists is for `isTimeZone` to say. */
export const timeZoneSchema = /* @__PURE__ */ define(() =>
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/)
    .describe('IANA time zone, such as Asia/Kabul.'),
);

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** Half-open stretch of time `[start, end)`; infinite where nothing bounds it. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

const instantAt = (clock: number, point: EdtfPoint, zone: string): Instant =>
  point.offset === undefined ? instantOf(clock, zone) : clock - point.offset * 60_000;

const startOf = (boundary: EdtfBoundary, zone: string): Instant =>
  typeof boundary === 'string' ? -Infinity : instantAt(wallClock(boundary), boundary, zone);

const endOf = (boundary: EdtfBoundary, zone: string): Instant =>
  typeof boundary === 'string' ? Infinity : instantAt(wallClockAfter(boundary), boundary, zone);

/**
 * The stretch of time that an EDTF text allows (rule `time.span`): a day is that day in the zone, a
 * minute with an offset is that minute, an interval runs from the start of its first to the end of its last.
 *
 * @param zone IANA zone in which days and clock times without an offset are read.
 * @throws TypeError when the text is not EDTF; RangeError when the zone is unknown.
 */
export function spanOf(edtf: Edtf | string, zone: string): Span {
  // No text of EDTF and no name of a zone has a line break.
  return typeof edtf === 'string' ? spanOfText(`${edtf}\n${zone}`) : spanOfParsed(edtf, zone);
}

/** Days and zones repeat from event to event; reading one anew costs many times as much as looking it up. */
const spanOfText = /* @__PURE__ */ remembering(20_000, (text: string): Span => {
  const end = text.lastIndexOf('\n');
  return spanOfParsed(ensureEdtf(text.slice(0, end)), text.slice(end + 1));
});

function spanOfParsed(value: Edtf, zone: string): Span {
  return value.type === 'date'
    ? { start: startOf(value.point, zone), end: endOf(value.point, zone) }
    : { start: startOf(value.start, zone), end: endOf(value.end, zone) };
}

/** Whether two spans share an instant. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** An instant as ISO 8601 in UTC, to the minute unless seconds matter; `null` for an infinite one. */
export const formatInstant = (instant: Instant): string | null => (Number.isFinite(instant) ? written(instant) : null);

/** The claims of a release became known at one instant, and each event is asked for its own several times. */
const written = /* @__PURE__ */ remembering(2_000, (instant: Instant): string => {
  const text = new Date(instant).toISOString();
  if (!text.endsWith('.000Z')) return text;
  return `${text.slice(0, text.endsWith(':00.000Z') ? -8 : -5)}Z`;
});

/**
 * The last instant that an as-of text means: of a day, month or year its end in UTC, of a clock time
 * with an offset that very instant (rule `asof.instant`).
 *
 * @returns `null` when the text is no single EDTF date.
 */
export function asOfInstant(edtf: Edtf): Instant | null {
  if (edtf.type !== 'date') return null;
  const { point } = edtf;
  if (point.hour === undefined) return endOf(point, 'UTC');
  return instantAt(wallClock(point), point, 'UTC');
}
