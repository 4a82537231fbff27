/// <reference lib="esnext.temporal" />
import { describe, expect, it } from 'vitest';
import { clockAt } from './zone.ts';

const DAY = 86_400_000;

/** When clocks in a zone changed their offset, from 1850 to 2060, in milliseconds since 1970. */
function* changesIn(zone: string): Generator<number, void, undefined> {
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('1850-01-01T00:00Z').toZonedDateTimeISO(zone);
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.year > 2060) return;
    yield at.epochMilliseconds;
  }
}

const zones = Intl.supportedValuesOf('timeZone');

describe('clockAt', () => {
  it('can rely on six days between two changes of the offset, in every zone', () => {
    const tooNear = zones.filter((zone) => {
      const changes = [...changesIn(zone)];
      return changes.some((change, index) => change - (changes[index - 1] ?? -Infinity) <= 6 * DAY);
    });
    expect(tooNear).toEqual([]);
  });

  it.each(['Asia/Kabul', 'Asia/Gaza', 'America/Recife', 'Europe/Vienna', 'Africa/Casablanca'])(
    'reads the clock around each change in %s',
    (zone) => {
      for (const change of changesIn(zone)) {
        for (const instant of [change - 3 * DAY, change - 1_000, change, change + 1_000, change + 3 * DAY]) {
          const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
          // A formatter shows whole seconds, as old offsets have them.
          expect(clockAt(instant, zone)).toBe(instant + offsetNanoseconds / 1_000_000);
        }
      }
    },
  );
});
