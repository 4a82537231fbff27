import { type EdtfPoint, failure, parseDate, type Result, type Span, spanOf, success } from '@counterclaim/domain';
import { z } from 'zod';
import { refuse } from './refuse.ts';

/** One end of a range; `undefined` where it is open. */
function parseEnd(text: string): Result<EdtfPoint | undefined> {
  if (text === '') return success(undefined);
  const parsed = parseDate(text);
  return parsed.ok && parsed.value.offset !== undefined
    ? failure(`${JSON.stringify(text)} has an offset: dates are those of each event’s own zone, so write none`)
    : parsed;
}

/** The time of a point on a clock of whatever zone, read as if in UTC. */
const onClock = (point: EdtfPoint): Span => spanOf({ type: 'date', point }, 'UTC');

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
      start: from.value === undefined ? -Infinity : onClock(from.value).start,
      end: to.value === undefined ? Infinity : onClock(to.value).end,
    };
    return span.start < span.end
      ? span
      : refuse(context, `${JSON.stringify(text)} is upside down: write ${last}..${first}`);
  });
