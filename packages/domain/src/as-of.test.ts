import { describe, expect, it } from 'vitest';
import { parseAsOf } from './as-of.ts';
import { formatInstant } from './time.ts';

const instant = (text: string): string | null => {
  const parsed = parseAsOf(text);
  return parsed.ok ? formatInstant(parsed.value) : parsed.error;
};

describe('parseAsOf', () => {
  it.each([
    ['2020-11-22', '2020-11-23T00:00Z'],
    ['2020-11', '2020-12-01T00:00Z'],
    ['2020', '2021-01-01T00:00Z'],
    ['2020-11-21T12:00+04:30', '2020-11-21T07:30Z'],
    ['2020-11-21T12:00Z', '2020-11-21T12:00Z'],
  ])('takes %s for its end, and a clock time for itself', (text, end) => {
    expect(instant(text)).toBe(end);
  });

  it.each([
    ['2020/2021', '"2020/2021" is an interval: write a single date such as 2020-11-22'],
    ['2020-11-21T12:00', '"2020-11-21T12:00" is a clock time without an offset: add one, such as +04:30, or Z for UTC'],
    ['Y-99999', '"Y-99999" lies beyond the calendar: write a year of four digits'],
  ])('refuses %s, and says what to write', (text, error) => {
    expect(instant(text)).toBe(error);
  });

  it('refuses days that do not exist', () => {
    expect(parseAsOf('2021-02-29').ok).toBe(false);
  });
});
