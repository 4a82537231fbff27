import { type EdtfPoint, failure, parseEdtf, type Result, success } from '@counterclaim/domain';

/** A single EDTF date or date-time of the years that a clock can count; never an interval. */
export function parseDate(text: string): Result<EdtfPoint> {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.type === 'interval') {
    return failure(`${JSON.stringify(text)} is an interval: write a single date, or a range as a..b`);
  }
  const { point } = parsed.value;
  return Math.abs(point.year) <= 9999
    ? success(point)
    : failure(`${JSON.stringify(text)} lies beyond the calendar: write a year of four digits`);
}
