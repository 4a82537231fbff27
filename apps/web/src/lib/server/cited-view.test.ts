import type { Actor } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { citedActor, citedComparison, citedEvents } from './cited-view.ts';

test('Explore is cited with its filters in words, its order and its view, whichever page is open', () => {
  const query = { status: 'contested', place: 'kabul', view: 'map', sort: 'date', asOf: '2021', cursor: 'x' };
  expect(citedEvents(query, { place: { kabul: 'Kabul' } })).toEqual({
    title: 'Events, Place: Kabul; Attribution: Contested',
    id: 'events?place=kabul&status=contested&view=map&sort=date',
    path: '/events?place=kabul&status=contested&view=map&sort=date',
    asOf: '2021',
  });
  expect(citedEvents({}, {})).toEqual({ title: 'Events', id: 'events', path: '/events', asOf: undefined });
});

test('a comparison is cited with the events that it really compares', () => {
  const events = [
    { id: 'a', title: 'First' },
    { id: 'b', title: 'Second' },
  ];
  expect(citedComparison(events, '2021')).toEqual({
    title: 'Comparison of First and Second',
    id: 'compare/a-b',
    path: '/compare?ids=a~b',
    asOf: '2021',
  });
  expect(citedComparison(events.slice(0, 1), undefined).title).toBe('First: its codings compared');
});

test('an actor that the ledger took back is cited as taken back', () => {
  const retracted = { date: '2026-12-05', reason: 'Coded twice.' };
  const actor = { id: 'aaj-tak', name: 'Aaj Tak', kind: 'publication', retracted } as unknown as Actor;
  expect(citedActor(actor, undefined)).toMatchObject({ path: '/actors/aaj-tak', retracted });
});
