import type { Client, Facets } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { placesWithin } from './places-within.ts';

test('places are asked for fifty at a time, and the outermost lie in nothing', async () => {
  const asked: string[] = [];
  const api: Pick<Client, 'places'> = {
    places: async ({ id = '' } = {}) => {
      asked.push(id);
      const items = id.split('~').map((each) => ({ id: each, ...(each === 'p0' ? {} : { within: 'p0' }) }));
      return await Promise.resolve({ items: items as never });
    },
  };
  const place = Array.from({ length: 60 }, (_, index) => ({ value: `p${String(index)}`, label: '', count: 1 }));
  const within = await placesWithin(api, { facets: { place } } as unknown as Facets);
  expect(asked.map((ids) => ids.split('~').length)).toEqual([50, 10]);
  expect(Object.keys(within)).toHaveLength(59);
  expect(within['p59']).toBe('p0');
});
