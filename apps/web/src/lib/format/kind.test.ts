import { ACTOR_KINDS, EVENT_KINDS, PLACE_KINDS } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { formatActorKind, formatEventKind, formatPlaceKind, formatSourceKind } from './kind.ts';

test('kinds in words', () => {
  expect(formatActorKind('armed-group')).toBe('armed group');
  expect(formatActorKind('ngo')).toBe('non-governmental organisation');
  expect(formatPlaceKind('adm1')).toBe('province');
  expect(formatEventKind('change-of-control')).toBe('change of control');
  expect(formatSourceKind('wire-report')).toBe('wire report');
});

test('no kind shows its hyphens or shares its word', () => {
  for (const words of [
    ACTOR_KINDS.map(formatActorKind),
    PLACE_KINDS.map(formatPlaceKind),
    EVENT_KINDS.map(formatEventKind),
  ]) {
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => word.includes('-') && !word.startsWith('non-'))).toEqual([]);
  }
});
