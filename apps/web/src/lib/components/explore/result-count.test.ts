import type { Client, Facets } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { ResultCount } from './result-count.svelte.ts';

/** An API that answers when it is told to. */
function answering() {
  const asked: {
    status: string | undefined;
    signal: AbortSignal | undefined;
    answer: (total: number | Error) => void;
  }[] = [];
  const api: Pick<Client, 'facets'> = {
    facets: (parameters, options) =>
      new Promise((resolve, reject) => {
        const answer = (total: number | Error) => {
          if (total instanceof Error) reject(total);
          else resolve({ total } as Facets);
        };
        asked.push({ status: parameters?.status, signal: options?.signal, answer });
      }),
  };
  return { asked, count: new ResultCount(api) };
}

test('the query that was asked last counts, whichever is answered last', async () => {
  const { asked, count } = answering();
  count.reset(35);
  const first = count.ask({ status: 'claimed', view: 'map' });
  const second = count.ask({ status: 'contested' });
  expect(asked.map(({ status, signal }) => [status, signal?.aborted])).toEqual([
    ['claimed', true],
    ['contested', false],
  ]);
  expect(count.total).toBe(35);
  asked[1]?.answer(6);
  await second;
  asked[0]?.answer(5);
  await first;
  expect(count.total).toBe(6);
  expect(count.counted).toEqual({ query: { status: 'contested' }, facets: { total: 6 } });
});

test('what is refused has no number, and a new beginning has its own', async () => {
  const { asked, count } = answering();
  const refused = count.ask({ killed: '5..1' });
  asked[0]?.answer(new Error('upside down'));
  await refused;
  expect(count.total).toBeUndefined();
  expect(count.counted).toBeUndefined();
  const late = count.ask({});
  count.reset(12);
  asked[1]?.answer(35);
  await late;
  expect(count.total).toBe(12);
});
