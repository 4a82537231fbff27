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
const release = (version: string, date: string, changesOfDay: readonly string[] | null = []) => ({
  version,
  date,
  counts: { events: 1, claims: 2, sources: 1, actors: 1, places: 1 },
  changesOfDay,
});
const told = (days: ReturnType<typeof changeDays>) =>
  days.map(({ date, entries }) => [
    date,
    ...entries.map((entry) => ('change' in entry ? entry.change.id : entry.release.version)),
  ]);

describe('days', () => {
  const changes = [change('c', '2026-12-03'), change('b', '2026-12-03'), change('a', '2026-11-30')];
  const releases = [release('2027.1', '2027-01-01'), release('2026.2', '2026-12-03'), release('2026.1', '2026-11-01')];

  test('latest first, in the order of the list, each release on its day', () => {
    expect(told(changeDays(changes, releases, { more: false }))).toEqual([
      ['2027-01-01', '2027.1'],
      ['2026-12-03', 'c', 'b', '2026.2'],
      ['2026-11-30', 'a'],
      ['2026-11-01', '2026.1'],
    ]);
  });

  test('a release stands above what it has of its day, and below what was changed since', () => {
    const day = '2026-12-03';
    const all = ['e', 'd', 'c', 'b', 'a'].map((id) => change(id, day));
    const entries = (...of: ReturnType<typeof release>[]) => told(changeDays(all, of, { more: false }))[0]?.slice(1);
    expect(entries(release('2026.2', day, ['a', 'b', 'c', 'd', 'e']))).toEqual(['2026.2', 'e', 'd', 'c', 'b', 'a']);
    expect(entries(release('2026.2', day, ['b', 'e']))).toEqual(['d', 'c', 'a', '2026.2', 'e', 'b']);
    expect(entries(release('2026.3', day, ['a', 'b', 'e']), release('2026.2', day, ['b', 'e']))).toEqual([
      'd',
      'c',
      '2026.3',
      'a',
      '2026.2',
      'e',
      'b',
    ]);
    // Of one the records are not at hand.
    expect(entries(release('2026.3', day, null), release('2026.2', day, ['b']))).toEqual([
      'e',
      'd',
      'c',
      'a',
      '2026.3',
      '2026.2',
      'b',
    ]);
    expect(entries(release('2026.2', day, null))).toEqual(['e', 'd', 'c', 'b', 'a', '2026.2']);
  });

  test('every release stands on one page, whichever way the pages are cut', () => {
    for (let cut = 1; cut < changes.length; cut += 1) {
      const first = changeDays(changes.slice(0, cut), releases, { more: true });
      const second = changeDays(changes.slice(cut), releases, { before: changes[cut - 1]?.date, more: false });
      const shown = [...told(first), ...told(second)].flat().filter((name) => /^\d{4}\.\d$/.test(name));
      expect(shown, String(cut)).toEqual(['2027.1', '2026.2', '2026.1']);
    }
    // One that has changes of its day stands where these begin.
    const both = [release('2026.3', '2026-12-03', ['c', 'b']), release('2026.2', '2026-12-03', [])];
    expect(told(changeDays(changes.slice(0, 1), both, { more: true }))).toEqual([['2026-12-03', '2026.3', 'c']]);
    expect(told(changeDays(changes.slice(1), both, { before: '2026-12-03', more: false }))).toEqual([
      ['2026-12-03', 'b', '2026.2'],
      ['2026-11-30', 'a'],
    ]);
    // A day that goes on on the next page has its release there.
    expect(told(changeDays(changes.slice(1), releases, { before: '2026-12-03', more: false }))[0]).toEqual([
      '2026-12-03',
      'b',
      '2026.2',
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
