import { parseDate } from './edtf.ts';
import { failure, type Result, success } from './result.ts';
import { asOfInstant, type Instant } from './time.ts';

/**
 * The last instant that an as-of text means (rule `asof.instant`): of a day, month or year its end in UTC, of a clock time
 * with an offset that very instant.
 *
 * @param text A single EDTF date or date-time, such as `2020-11-22` or `2020-11-21T12:00+04:30`.
 */
export function parseAsOf(text: string): Result<Instant> {
  const point = parseDate(text);
  if (!point.ok) return point;
  const instant = asOfInstant({ type: 'date', point: point.value });
  return instant === null
    ? failure(`${JSON.stringify(text)} is no single date: write one such as 2020-11-22`)
    : success(instant);
}
