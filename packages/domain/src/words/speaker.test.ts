import { type Actor, ensureActorId, indexById } from '../index.ts';
import { expect, test } from 'vitest';
import { formatOwner, formatSpeaker } from './speaker.ts';

const moi = ensureActorId('afghan-moi');
const actors = indexById<Actor>([
  { id: moi, name: 'Ministry of Interior Affairs', kind: 'ministry' },
  { id: ensureActorId('xinhua'), name: 'Xinhua', kind: 'publication' },
]);

test('owners by name, by body, or by label and origin', () => {
  expect(formatOwner('afghan-moi', actors)).toBe('Ministry of Interior Affairs');
  expect(formatOwner('unnamed of afghan-moi', actors)).toBe('unnamed, of Ministry of Interior Affairs');
  expect(formatOwner('an eyewitness, to xinhua', actors)).toBe('an eyewitness, to Xinhua');
});

test('a label may itself hold the words that part label from origin', () => {
  expect(formatOwner('a guard, to his left, to xinhua', actors)).toBe('a guard, to his left, to Xinhua');
});

test('what the ledger does not hold stays as it is', () => {
  expect(formatOwner('nobody-known', actors)).toBe('nobody-known');
  expect(formatOwner('a guard, to somebody', actors)).toBe('a guard, to somebody');
});

test('speakers as the document names them', () => {
  expect(formatSpeaker(moi, actors)).toBe('Ministry of Interior Affairs');
  expect(formatSpeaker({ unnamed: 'two officials', of: moi }, actors)).toBe(
    'two officials, of Ministry of Interior Affairs',
  );
  expect(formatSpeaker({ unnamed: 'an eyewitness' }, actors)).toBe('an eyewitness');
  expect(formatSpeaker('unknown', actors)).toBe('an unknown author');
});
