import type { Client } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { knownDays } from './known-days.ts';

type Ask = Parameters<Client['events']>[0];

const answering = (known: Readonly<Record<string, readonly [string | null, string | null]>>, asked: Ask[] = []) => ({
  events: async (parameters: Ask = {}) => {
    asked.push(parameters);
    const [firstKnown, lastKnown] = known[parameters.sort ?? ''] ?? [null, null];
    return await Promise.resolve({ items: [{ firstKnown, lastKnown }] as never });
  },
});

test('from the earliest of the first claims to the latest of the last ones, as days of UTC', async () => {
  const api = answering({
    date: ['2018-08-21T09:00Z', '2023-01-01T00:00Z'],
    known: ['2018-08-20T23:59:30Z', '2018-09-01T00:00Z'],
    '-known': ['2021-08-26T00:00Z', '2025-03-06T12:00Z'],
  });
  expect(await knownDays(api, {})).toEqual({ first: '2018-08-20', last: '2025-03-06' });
});

test('the filters count, the as-of date does not, nor what steers the view', async () => {
  const asked: Ask[] = [];
  await knownDays(answering({}, asked), {
    status: 'contested',
    asOf: '2020',
    view: 'map',
    cursor: 'x',
    sort: 'killed',
  });
  expect(asked.map((parameters) => ({ ...parameters, sort: '' }))).toEqual(
    Array(3).fill({ status: 'contested', sort: '', limit: 1 }),
  );
});

test('without a dated claim there are no days', async () => {
  expect(await knownDays(answering({}), {})).toBeUndefined();
});
