import { type Actor, ensureActorId, ensurePlaceId, indexById, type Place } from '../index.ts';
import { describe, expect, test } from 'vitest';
import { formatQuestion } from './question.ts';

const names = {
  actors: indexById<Actor>([
    { id: ensureActorId('taliban'), name: 'Taliban', kind: 'armed-group' },
    { id: ensureActorId('us-forces'), name: 'United States forces', kind: 'military' },
  ]),
  places: indexById<Place>([
    {
      id: ensurePlaceId('emergency-hospital'),
      name: 'Emergency hospital',
      kind: 'site',
      geometry: { type: 'none' },
      precision: 'exact',
    },
  ]),
};

describe('a question in words', () => {
  test.each([
    ['responsibility:taliban', 'responsibility of Taliban'],
    ['responsibility:unknown', 'responsibility of an unknown author'],
    ['casualties:killed:all', 'killed, all victims'],
    ['casualties:killed-or-injured:civilians', 'killed or injured, civilians'],
    ['casualties:killed:soldiers/us-forces', 'killed, soldiers of United States forces'],
    ['casualties:killed:all+perpetrators', 'killed, all victims and perpetrators'],
    ['casualties:injured:all@emergency-hospital', 'injured, all victims, at Emergency hospital'],
    ['casualties:injured:all@pd-2', 'injured, all victims, at pd 2'],
    ['munitions:projectile:fired', 'projectiles fired'],
    ['munitions:device:exploded', 'devices exploded'],
    ['count:districts-held/taliban@2021-04-14', 'districts held, by Taliban, on 14 April 2021'],
    ['count:explosions', 'explosions'],
    ['occurrence:eid-ceasefire', 'whether it happened: Eid ceasefire'],
    ['occurrence:dead-linked-to-is-k', 'whether it happened: dead linked to IS-K'],
    ['weapon', 'what weapon it was'],
    ['time:start', 'when it started'],
    ['launch', 'where it was launched from'],
  ])('%s is %s', (key, words) => {
    expect(formatQuestion(key, names)).toBe(words);
  });

  test('what was fired, where all agree on it', () => {
    expect(formatQuestion('munitions:projectile:landed', { ...names, munitions: 'rockets' })).toBe('rockets landed');
  });
});
