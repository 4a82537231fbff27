import type { Actor, ActorId, Place, PlaceId } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { idsIn, type ValueNames, valueParts } from './value.ts';

const names: ValueNames = {
  actors: new Map([['moi' as ActorId, { id: 'moi', name: 'Ministry of Interior Affairs', kind: 'ministry' } as Actor]]),
  places: new Map([['kabul' as PlaceId, { id: 'kabul', name: 'Kabul' } as Place]]),
  events: new Map([['rockets', 'Rockets on Kabul']]),
};
const text = (...[kind, value]: [Parameters<typeof valueParts>[0], unknown]): string =>
  valueParts(kind, value, names)
    .map((part) => part.text)
    .join('');

test.each([
  ['text', 1_200, '1,200'],
  ['text', 69.17, '69.17'],
  ['text', true, 'yes'],
  ['text', null, 'nothing'],
  ['text', [], 'nothing'],
  ['text', 'Two killed.', '“Two killed.”'],
  ['date', '2020-11-21', '21 November 2020'],
  ['date', 'no date', 'no date'],
  ['language', 'fa', 'Persian'],
  ['word', 'at-least', 'at least'],
  ['text', { bound: 'at-least', value: 8 }, 'at least 8'],
  ['text', { bound: 'between', min: 5, max: 10, best: 10 }, 'between 5 and 10 (best 10)'],
  ['actor', 'moi', 'Ministry of Interior Affairs'],
  ['actor', ['moi', 'nobody-any-more'], 'Ministry of Interior Affairs, nobody-any-more'],
  ['actor', { unnamed: 'two officials', of: 'moi' }, 'two officials, of Ministry of Interior Affairs'],
  ['place', [{ place: 'kabul', role: 'struck' }], 'Kabul'],
  ['place', { vehicle: 'pickup truck' }, '“pickup truck”'],
  ['place', { actor: 'moi' }, 'Ministry of Interior Affairs'],
  ['event', 'rockets', 'Rockets on Kabul'],
  ['text', { excerpt: true }, 'none, from an excerpt'],
  ['text', { passages: [{ paragraph: 3, start: 4, end: 90, sha256: 'a'.repeat(64) }] }, '¶ 3, 4–90'],
  ['text', { type: 'none' }, 'no position'],
  ['text', { type: 'point', longitude: 69, latitude: 34.5 }, 'type point, latitude 34.5, longitude 69'],
  ['text', { weapon: 'suicide-bomb', kind: 'weapon' }, 'kind weapon, weapon suicide bomb'],
  ['text', { kind: 'count', quantity: { bound: 'exact', value: 8 } }, 'kind count, quantity 8'],
  ['text', { includesPerpetrators: true }, 'includes perpetrators yes'],
] as const)('%s %j is %s', (kind, value, words) => {
  expect(text(kind, value)).toBe(words);
});

test('what is named is a link, where the ledger holds it', () => {
  expect(valueParts('actor', ['moi', 'gone'], names)).toEqual([
    { text: 'Ministry of Interior Affairs', href: '/actors/moi' },
    { text: ', ' },
    { text: 'gone', href: undefined },
  ]);
  expect(valueParts('claim', 'dawn/eight', names)).toEqual([{ text: 'dawn/eight', href: '/claims/dawn/eight' }]);
});

test('the ids that have to be looked up', () => {
  expect(idsIn('actor', ['moi', { unnamed: 'two officials', of: 'taliban' }])).toEqual(['moi', 'taliban']);
  expect(idsIn('place', [{ place: 'kabul', role: 'struck' }])).toEqual(['kabul']);
  expect(idsIn('text', 'kabul')).toEqual([]);
  expect(idsIn('actor', null)).toEqual([]);
});
