import type { Client } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { searchRecords } from './record-search.ts';

const asked: string[] = [];
const list =
  (type: string, item: object) =>
  (parameters: { q?: string | undefined } = {}) => {
    asked.push(`${type}: ${parameters.q ?? ''}`);
    return Promise.resolve({ items: [item] as never[] });
  };
const api: Pick<Client, 'actors' | 'places' | 'sources'> = {
  actors: list('actors', { id: 'taliban', name: 'Taliban' }),
  places: list('places', { id: 'kabul', name: 'Kabul' }),
  sources: list('sources', { id: 'dawn', title: 'Rockets hit Kabul' }),
};
const { signal } = new AbortController();

test.each([
  ['actor', 'actors: q', { value: 'taliban', label: 'Taliban' }],
  ['claimant', 'actors: q', { value: 'taliban', label: 'Taliban' }],
  ['place', 'places: q', { value: 'kabul', label: 'Kabul' }],
  ['source', 'sources: q', { value: 'dawn', label: 'Rockets hit Kabul' }],
] as const)('values of %s are records of the API', async (facet, question, found) => {
  expect(await searchRecords(api, facet, 'q', signal)).toEqual([found]);
  expect(asked.at(-1)).toBe(question);
});

test('fixed vocabularies are no records', async () => {
  const before = asked.length;
  expect(await searchRecords(api, 'status', 'contested', signal)).toEqual([]);
  expect(asked).toHaveLength(before);
});
