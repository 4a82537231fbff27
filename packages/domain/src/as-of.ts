import { parseDate } from './edtf.ts';
import { failure, type Result, success } from './result.ts';
import { asOfInstant, type Instant } from './time.ts';

/**
 * The last instant that an as-of text means (rule `asof.instant`): of a day, month or year its end in UTC, of a clock time
 * with an offset that very instant. A clock time without one is refused: nobody can tell whose clock it is.
 *
 * @param text A single EDTF date or date-time, such as `2020-11-22` or `2020-11-21T12:00+04:30`.
 */
export function parseAsOf(text: string): Result<Instant> {
  const point = parseDate(text);
  if (!point.ok) return point;
  if (point.value.hour !== undefined && point.value.offset === undefined) {
    return failure(`${JSON.stringify(text)} is a clock time without an offset: add one, such as +04:30, or Z for UTC`);
  }
  const instant = asOfInstant({ type: 'date', point: point.value });
  return instant === null
    ? failure(`${JSON.stringify(text)} is no single date: write one such as 2020-11-22`)
    : success(instant);
}
