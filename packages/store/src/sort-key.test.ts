import { formatMonth } from '@counterclaim/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventClock, eventKey, firstKeyOf, killedKey, knownKey, leastKilledKey } from './sort-key.ts';

const DAY = 86_400_000;
const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const minute = fc.integer({ min: Date.UTC(-500, 0) / 60_000, max: Date.UTC(4_000, 0) / 60_000 }).map((n) => n * 60_000);

describe('eventKey', () => {
  it('orders events by the minute they begin, whatever their ids', () => {
    fc.assert(
      fc.property(id, id, minute, minute, (a, b, one, other) => {
        fc.pre(one < other);
        expect(eventKey(a, one)).toBeLessThan(eventKey(b, other));
      }),
    );
  });

  it('lies within its day, and is whole and safe', () => {
    fc.assert(
      fc.property(id, minute, (a, start) => {
        const key = eventKey(a, start);
        expect(Number.isSafeInteger(key)).toBe(true);
        expect(key).toBeGreaterThanOrEqual(firstKeyOf(start));
        expect(key).toBeLessThan(firstKeyOf(start + DAY));
      }),
    );
  });

  it('puts events that began at no known time first', () => {
    expect(eventKey('a', -Infinity)).toBeLessThan(eventKey('a', Date.UTC(-500, 0)));
  });
});

describe('keys of numbers', () => {
  it('order events by the number, and put those without one below all others', () => {
    const killed = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(id, id, killed, killed, minute, minute, (a, b, few, many, one, other) => {
        fc.pre(few < many);
        expect(killedKey(few, a, one)).toBeLessThan(killedKey(many, b, other));
        expect(killedKey(few, a, one)).toBeGreaterThanOrEqual(leastKilledKey(few));
        expect(killedKey(few, a, one)).toBeLessThan(leastKilledKey(many));
        expect(killedKey(null, a, one)).toBeLessThan(0);
        expect(Number.isSafeInteger(killedKey(many, b, other))).toBe(true);
      }),
    );
  });

  it('order events by the minute in which something became known', () => {
    const known = fc
      .integer({ min: Date.UTC(1_601, 0) / 60_000, max: Date.UTC(2_600, 0) / 60_000 })
      .map((n) => n * 60_000);
    fc.assert(
      fc.property(id, id, known, known, minute, (a, b, early, late, start) => {
        fc.pre(early < late);
        expect(knownKey(early, a, start)).toBeLessThan(knownKey(late, b, start));
        expect(knownKey(early, a, start)).toBeGreaterThanOrEqual(0);
        expect(knownKey(null, a, start)).toBeLessThan(0);
        expect(Number.isSafeInteger(knownKey(late, b, start))).toBe(true);
      }),
    );
  });

  it('order by date where the number is the same', () => {
    expect(killedKey(8, 'a', Date.UTC(2020, 10, 21))).toBeGreaterThan(killedKey(8, 'b', Date.UTC(2020, 10, 20)));
    expect(knownKey(0, 'a', Date.UTC(2020, 10, 21))).toBeGreaterThan(knownKey(0, 'b', Date.UTC(2020, 10, 20)));
  });
});

describe('eventClock', () => {
  it('counts days and months in the zone of the event', () => {
    // 01:30 on 1 December in Kabul is still November in UTC.
    const clock = eventClock({ time: '2020-11-30T21:00Z', zone: 'Asia/Kabul' });
    expect(new Date(clock.starts).toISOString()).toBe('2020-12-01T01:30:00.000Z');
    expect(formatMonth(clock.month)).toBe('2020-12');
  });

  it('counts an event of unknown beginning in the month of its end', () => {
    const clock = eventClock({ time: '../2020-11-30', zone: 'Asia/Kabul' });
    expect(clock.starts).toBe(-Infinity);
    expect(formatMonth(clock.month)).toBe('2020-11');
  });
});
