import { describe, expect, it } from 'vitest';
import { readEventFilter } from './filter.ts';
import { eventFilterOf, eventFilterQuery } from './query/event-query.ts';

describe('filters that a browser reads', () => {
  it.each([
    {},
    { q: 'rockets kabul' },
    { date: '2020-11..2021-07-31', place: 'kabul~herat', asOf: '2020-11-22' },
    { date: '2020-11-21', bbox: '60.5,29.4,74.9,38.5', asOf: '2020-11-21T12:00+04:30' },
    { actor: 'taliban~islamic-state', claimant: 'taliban', stance: 'denies~claims' },
    { killed: '1..', injured: '..50', status: 'contested', agreement: 'disputed~single' },
    { question: 'casualties:killed:all~attribution', kind: 'attack', dataset: 'curated', source: 'dawn-2020-11-21' },
  ])('mean what they mean to the API: %j', (parameters) => {
    expect(readEventFilter(parameters)).toEqual(eventFilterOf(eventFilterQuery.parse(parameters)));
  });

  it.each([
    { date: '2022..2020' },
    { date: 'yesterday' },
    { bbox: '1,2,3' },
    { killed: '9..1' },
    { status: 'contested~unheard' },
    { asOf: '2020-13' },
  ])('are left to the API where it refuses them: %j', (parameters) => {
    expect(eventFilterQuery.safeParse(parameters).success).toBe(false);
    expect(readEventFilter(parameters)).toBeUndefined();
  });
});
