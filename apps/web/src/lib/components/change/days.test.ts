import type { ChangeEntry } from '@counterclaim/api/client';
import { describe, expect, test } from 'vitest';
import { changeDays, type ListedChange, touchedEvents } from './days.ts';

const change = (id: string, date: string): ListedChange => ({
  id,
  kind: 'retraction',
  date,
  day: date,
  type: 'claim',
  title: id,
  href: `/claims/${id}`,
  reason: 'It was coded twice.',
  events: [],
  moreEvents: 0,
});
const release = (version: string, date: string) => ({
  version,
  date,
  counts: { events: 1, claims: 2, sources: 1, actors: 1, places: 1 },
});
const told = (days: ReturnType<typeof changeDays>) =>
  days.map(({ date, releases, changes }) => [
    date,
    ...releases.map(({ version }) => version),
    ...changes.map(({ id }) => id),
  ]);

describe('days', () => {
  const changes = [change('c', '2026-12-03'), change('b', '2026-12-03'), change('a', '2026-11-30')];
  const releases = [release('2027.1', '2027-01-01'), release('2026.2', '2026-12-03'), release('2026.1', '2026-11-01')];

  test('latest first, in the order of the list, each release on its day', () => {
    expect(told(changeDays(changes, releases, { more: false }))).toEqual([
      ['2027-01-01', '2027.1'],
      ['2026-12-03', '2026.2', 'c', 'b'],
      ['2026-11-30', 'a'],
      ['2026-11-01', '2026.1'],
    ]);
  });

  test('every release stands on one page, whichever way the pages are cut', () => {
    const first = changeDays(changes.slice(0, 2), releases, { more: true });
    const second = changeDays(changes.slice(2), releases, { before: '2026-12-03', more: false });
    expect(told(first)).toEqual([
      ['2027-01-01', '2027.1'],
      ['2026-12-03', '2026.2', 'c', 'b'],
    ]);
    expect(told(second)).toEqual([
      ['2026-11-30', 'a'],
      ['2026-11-01', '2026.1'],
    ]);
  });

  test('without any change there are the releases, and without these nothing', () => {
    expect(told(changeDays([], releases.slice(2), { more: false }))).toEqual([['2026-11-01', '2026.1']]);
    expect(changeDays([], [], { more: false })).toEqual([]);
  });
});

test('an event does not touch itself; what is not named is counted', () => {
  const entry = {
    record: { type: 'event', id: 'rockets' },
    events: [{ id: 'rockets', title: 'Rockets' }],
    eventCount: 1,
  } as unknown as ChangeEntry;
  expect(touchedEvents(entry)).toEqual({ events: [], moreEvents: 0 });
  const wide = { ...entry, record: { type: 'actor', id: 'moi' }, eventCount: 24 } as unknown as ChangeEntry;
  expect(touchedEvents(wide)).toEqual({ events: [{ title: 'Rockets', href: '/events/rockets' }], moreEvents: 23 });
});
