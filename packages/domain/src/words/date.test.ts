import { describe, expect, test } from 'vitest';
import { formatClock, formatDate, formatDay, formatInstant, formatZone } from './date.ts';

const KABUL = 'Asia/Kabul';

describe('a date with its precision', () => {
  test.each([
    ['2020-11-21', '21 November 2020'],
    ['2020-11', 'November 2020'],
    ['2020', '2020'],
    ['2020~', 'about 2020'],
    ['2020-11?', 'November 2020 (uncertain)'],
    ['2020-11-21%', 'about 21 November 2020 (uncertain)'],
    ['202X', 'the 2020s'],
    ['19XX', '1900–1999'],
    ['2020-XX-XX', '2020'],
    ['2020-11-XX', 'November 2020'],
    ['2021-21', 'spring 2021'],
    ['-0043', '44 BC'],
    ['2020-11-21T08:40', '21 November 2020, 08:40 Kabul time'],
    ['2020-11-21T08:40+04:30', '21 November 2020, 08:40 Kabul time'],
    ['2020-11-21T04:10Z', '21 November 2020, 08:40 Kabul time'],
    ['2020-11-20T22:10:30-06:00', '21 November 2020, 08:40:30 Kabul time'],
    ['2020-11-21T20:00Z', '22 November 2020, 00:30 Kabul time'],
  ])('%s is %s', (edtf, words) => {
    expect(formatDate(edtf, KABUL)).toBe(words);
  });

  test('a day passes through no zone', () => {
    expect(formatDate('2020-11-21', 'Pacific/Kiritimati')).toBe('21 November 2020');
    expect(formatDate('2020-11-21', 'Pacific/Pago_Pago')).toBe('21 November 2020');
  });

  test('a text that is not EDTF comes back', () => {
    expect(formatDate('2020-11-31', KABUL)).toBe('2020-11-31');
  });

  test('short leaves the zone to the header', () => {
    expect(formatDate('2020-11-21T08:40+04:30', KABUL, 'short')).toBe('21 Nov 2020, 08:40');
    expect(formatDate('2020-11', KABUL, 'short')).toBe('Nov 2020');
  });
});

describe('an interval', () => {
  test.each([
    ['2020-11-21/2020-11-25', '21–25 November 2020'],
    ['2020-11-21/2020-11-21', '21 November 2020'],
    ['2020-11-21/2020-12-01', '21 November to 1 December 2020'],
    ['2020-12-30/2021-01-02', '30 December 2020 to 2 January 2021'],
    ['2020-05/2020-11', 'May to November 2020'],
    ['2020-11/2021-01', 'November 2020 to January 2021'],
    ['2018/2021', '2018–2021'],
    ['2020~/2021', 'about 2020 to 2021'],
    ['2020-11-21/..', 'from 21 November 2020 on'],
    ['../2020-11-21', 'until 21 November 2020'],
    ['2020-11-21/', 'from 21 November 2020, end unknown'],
    ['/2020-11-21', 'until 21 November 2020, start unknown'],
    ['2020-11-21T08:30+04:30/2020-11-21T09:00+04:30', '21 November 2020, 08:30 to 09:00 Kabul time'],
    ['2020-11-21T04:00Z/2020-11-21T20:00Z', '21 November 2020, 08:30 to 22 November 2020, 00:30 Kabul time'],
    ['2020-11-21/2020-11-21T09:00', '21 November 2020 to 21 November 2020, 09:00 Kabul time'],
  ])('%s is %s', (edtf, words) => {
    expect(formatDate(edtf, KABUL)).toBe(words);
  });
});

test('day and clock apart', () => {
  expect(formatDay('2020-11-21T20:00Z', KABUL)).toBe('22 November 2020');
  expect(formatDay('2020~', KABUL)).toBe('about 2020');
  expect(formatDay('2020-11-21/2020-11-25', KABUL, 'short')).toBe('21–25 Nov 2020');
  expect(formatClock('2020-11-21T20:00Z', KABUL)).toBe('00:30');
  expect(formatClock('2020-11-21', KABUL)).toBeNull();
});

test('instants are shown on the clock of the zone, summer time included', () => {
  expect(formatInstant('2020-11-21T19:30Z', KABUL)).toBe('22 November 2020, 00:00 Kabul time');
  expect(formatInstant('2021-07-20T12:00Z', 'Europe/Berlin')).toBe('20 July 2021, 14:00 Berlin time');
  expect(formatInstant('2021-01-20T12:00:59Z', 'America/New_York', 'short')).toBe('20 Jan 2021, 07:00');
});

test('zones by their city', () => {
  expect(formatZone('UTC')).toBe('UTC');
  expect(formatZone('Etc/UTC')).toBe('UTC');
  expect(formatZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time');
});
