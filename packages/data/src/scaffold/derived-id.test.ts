import { describe, expect, it } from 'vitest';
import { datePart, eventId } from './derived-id.ts';
import { slugOf } from './slug.ts';

describe('the id that is derived', () => {
  it.each([
    ['2020-11-21', '2020-11-21'],
    ['2020-11', '2020-11'],
    ['2020-11-21T08:40+04:30', '2020-11-21'],
    ['2020-05/2020-11', '2020-05-to-11'],
    ['2021-04-14/2021-07-21', '2021-04-14-to-07-21'],
    ['2021-07-01/2021-07-09', '2021-07-01-to-09'],
    ['2001/2021', '2001-to-2021'],
    ['2021-07-20/..', '2021-07-20'],
    ['../2021', ''],
    ['yesterday', ''],
  ])('has %s as %s', (time, part) => {
    expect(datePart(time)).toBe(part);
  });

  // As curators named them.
  it.each([
    ['2020-11-21', 'kabul', 'Rockets on Kabul, 21 November 2020', '2020-11-21-kabul-rockets'],
    ['2020-09', 'doha', 'Talks in Doha, from September 2020', '2020-09-doha-talks'],
    ['2021-08-29', 'kabul', 'Drone strike in Kabul, 29 August 2021', '2021-08-29-kabul-drone-strike'],
    ['2020-05/2020-11', 'afghanistan', 'Attacks in Afghanistan', '2020-05-to-11-afghanistan-attacks'],
  ])('of an event of %s at %s called %s is %s', (time, place, title, id) => {
    expect(eventId(time, place, title)).toBe(id);
  });

  it.each([
    ['Ṣanāʿ Hospital, Kabul', 'sana-hospital-kabul'],
    ["Dasht-e Barchi's school", 'dasht-e-barchis-school'],
    ['طالبان', ''],
    ['Straße 7', 'strasse-7'],
    [`${'long '.repeat(40)}`, Array.from({ length: 24 }, () => 'long').join('-')],
  ])('has the words %s as %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });
});
