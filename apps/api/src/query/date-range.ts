import { type Edtf, parseEdtf, type Result, failure, success, type Span, spanOf } from '@counterclaim/domain';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** A single date; `undefined` for an open end. */
function parseEnd(text: string): Result<Edtf | undefined> {
  if (text === '') return success(undefined);
  const parsed = parseEdtf(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.type === 'interval') {
    return failure(`${JSON.stringify(text)} is an interval: write its two dates as a..b`);
  }
  if (parsed.value.point.offset !== undefined) {
    return failure(`${JSON.stringify(text)} has an offset: dates are those of each event’s own zone, so write none`);
  }
  return parsed;
}

/**
 * `a..b`: from the beginning of a to the end of b, EDTF dates; either end may be left open, and `a` alone means a..a.
 * Days are those of each event's own zone: the span counts a clock of that zone, read as if in UTC.
 */
export const dateRangeParameter = z
  .string()
  .min(1, { error: 'is empty: write 2020-11-01..2021-07-31, or leave it out' })
  .max(100)
  .transform((text, context): Span => {
    const ends = text.split('..');
    const [first = '', last = first] = ends;
    if (ends.length > 2 || (first === '' && last === '')) {
      return refuse(
        context,
        `${JSON.stringify(text)} is no range of dates: write 2020-11-01..2021-07-31, 2020-11.., ..2021 or 2020-11-21`,
      );
    }
    const from = parseEnd(first);
    if (!from.ok) return refuse(context, from.error);
    const to = parseEnd(last);
    if (!to.ok) return refuse(context, to.error);
    const span = {
      start: from.value === undefined ? -Infinity : spanOf(from.value, 'UTC').start,
      end: to.value === undefined ? Infinity : spanOf(to.value, 'UTC').end,
    };
    if (Number.isNaN(span.start) || Number.isNaN(span.end)) {
      return refuse(context, `${JSON.stringify(text)} lies beyond the calendar: write a year of four digits`);
    }
    return span.start < span.end
      ? span
      : refuse(context, `${JSON.stringify(text)} is upside down: write ${last}..${first}`);
  });
