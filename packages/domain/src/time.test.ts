import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, ensureEdtf } from './edtf.ts';
import { asOfInstant, formatInstant, overlaps, spanOf } from './time.ts';
import { clockAt, instantOf, isTimeZone } from './zone.ts';

const zones = [
  'UTC',
  'Asia/Kabul',
  'America/New_York',
  'Europe/London',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];
const anyZone = fc.constantFrom(...zones);
const anyDay = fc
  .record({
    year: fc.integer({ min: 1950, max: 2035 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, day }) => day <= daysInMonth(year, month));
const text = ({ year, month, day }: { year: number; month: number; day: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('clocks', () => {
  it('show the same when they are read again, however many days were read between', () => {
    const days = Array.from({ length: 5_000 }, (_, day) => Date.UTC(2010, 0, 1 + day));
    const read = () => days.map((day) => clockAt(day, 'Europe/London'));
    const first = read();
    expect(read()).toEqual(first);
    // Summer time began at 01:00 UTC on 28 March 2010.
    expect(clockAt(Date.UTC(2010, 2, 28, 1), 'Europe/London')).toBe(Date.UTC(2010, 2, 28, 2));
    expect(() => clockAt(0, 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('spans', () => {
  it('of consecutive days meet without a gap, in every zone', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, zone) => {
        // Samoa had no 30 December 2011: the day before and the day after meet around it.
        const { start, end } = spanOf(text(day), zone);
        const next = new Date(Date.UTC(day.year, day.month - 1, day.day + 1)).toISOString().slice(0, 10);
        expect(spanOf(next, zone).start).toBe(end);
        expect(end).toBeGreaterThanOrEqual(start);
      }),
    );
  });

  it('of a day lie within its month and its year', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, zone) => {
        const inner = spanOf(text(day), zone);
        for (const outer of [spanOf(text(day).slice(0, 7), zone), spanOf(text(day).slice(0, 4), zone)]) {
          expect(outer.start).toBeLessThanOrEqual(inner.start);
          expect(outer.end).toBeGreaterThanOrEqual(inner.end);
        }
      }),
    );
  });

  it('of a text with an offset are the same in every zone', () => {
    fc.assert(
      fc.property(anyDay, anyZone, anyZone, (day, one, other) => {
        const minute = `${text(day)}T08:40+04:30`;
        expect(spanOf(minute, one)).toEqual(spanOf(minute, other));
      }),
    );
  });

  it('of an interval run from the start of its first to the end of its last', () => {
    expect(spanOf('2020-05/2020-11', 'Asia/Kabul')).toEqual({
      start: spanOf('2020-05', 'Asia/Kabul').start,
      end: spanOf('2020-11', 'Asia/Kabul').end,
    });
  });

  it('are half-open: a day does not overlap the next', () => {
    expect(overlaps(spanOf('2020-11-21', 'UTC'), spanOf('2020-11-22', 'UTC'))).toBe(false);
    expect(overlaps(spanOf('2020-11-21', 'UTC'), spanOf('2020-11-21T23:59Z', 'UTC'))).toBe(true);
  });

  it('of a day on which clocks change are 23 or 25 hours long', () => {
    const hours = (day: string): number => {
      const { start, end } = spanOf(day, 'America/New_York');
      return (end - start) / 3_600_000;
    };
    expect([hours('2020-03-08'), hours('2020-11-01'), hours('2020-11-02')]).toEqual([23, 25, 24]);
  });
});

describe('zones', () => {
  it('read a clock and set it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2035, 0) }), anyZone, (milliseconds, zone) => {
        const instant = Math.floor(milliseconds / 1000) * 1000;
        // At the end of summer time one wall clock means two instants: the earlier is meant.
        const back = instantOf(clockAt(instant, zone), zone);
        expect(clockAt(back, zone)).toBe(clockAt(instant, zone));
        expect(back).toBeLessThanOrEqual(instant);
      }),
    );
  });

  it('are IANA names, not offsets or words', () => {
    expect(['Asia/Kabul', 'UTC', '+04:30', 'Kabul', ''].map(isTimeZone)).toEqual([true, true, false, false, false]);
  });

  it('that do not exist are a RangeError', () => {
    expect(() => spanOf('2020', 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('as-of instants', () => {
  const asOf = (edtf: string): string | null => formatInstant(asOfInstant(ensureEdtf(edtf)) ?? NaN);

  it('of a day, month or year are its end in UTC', () => {
    expect([asOf('2020-11-21'), asOf('2020-11'), asOf('2020')]).toEqual([
      '2020-11-22T00:00Z',
      '2020-12-01T00:00Z',
      '2021-01-01T00:00Z',
    ]);
  });

  it('of a clock time are that instant, not the end of its minute', () => {
    expect(asOf('2020-11-21T12:00+04:30')).toBe('2020-11-21T07:30Z');
  });

  it('of an interval do not exist', () => {
    expect(asOfInstant(ensureEdtf('2020/2021'))).toBeNull();
  });
});
