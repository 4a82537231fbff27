import type { Client } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { whatExcludes } from './what-excludes.ts';

test('the filter that excludes most comes first; one whose absence would not help is not named', async () => {
  const totals: Record<string, number> = { 'q,killed': 2, 'status,killed': 9, 'q,status': 0 };
  const asked: string[] = [];
  const api = {
    facets(parameters: object) {
      const key = Object.keys(parameters).join();
      asked.push(key);
      return Promise.resolve({ total: totals[key] ?? -1 });
    },
  } as unknown as Pick<Client, 'facets'>;
  expect(await whatExcludes(api, { q: 'a', status: 'claimed', killed: '9..', sort: 'killed', cursor: 'x' })).toEqual([
    { filter: 'q', total: 9 },
    { filter: 'status', total: 2 },
  ]);
  expect(asked).toHaveLength(3);
});
