import { ProblemError } from '@counterclaim/api/client';
import { describe, expect, test } from 'vitest';
import type { EventQuery } from './event-query.ts';
import { answerLeniently } from './lenient-query.ts';

const refusal = (status: number, errors?: { parameter: string; detail: string }[]) =>
  new ProblemError({ type: '', title: '', status, detail: 'refused', requestId: 'r', ...(errors ? { errors } : {}) });

/** An API that refuses each parameter as long as it has a value other than these. */
const taking = (right: EventQuery, asked: EventQuery[] = []) => ({
  asked,
  ask: async (query: EventQuery) => {
    asked.push(query);
    const errors = Object.entries(query)
      .filter(([name, value]) => right[name as keyof EventQuery] !== value)
      .map(([parameter, value]) => ({ parameter, detail: `${value} is wrong` }));
    if (errors.length > 0) throw refusal(400, errors);
    return await Promise.resolve('answer');
  },
});

test('what can be answered is answered as it is', async () => {
  const query: EventQuery = { status: 'contested', view: 'table', columns: 'date', map: '5/34/69', cursor: 'x' };
  const { ask, asked } = taking(query);
  expect(await answerLeniently(query, [], ask)).toEqual({ query, ignored: [], answer: 'answer' });
  expect(asked).toHaveLength(1);
});

describe('what the API refuses is left out, said, and asked again without', () => {
  test('a range that is upside down, with the one that was meant', async () => {
    const { ask } = taking({ status: 'contested' });
    expect(await answerLeniently({ status: 'contested', killed: '9..1', cursor: 'of-that-list' }, [], ask)).toEqual({
      query: { status: 'contested' },
      ignored: [{ parameter: 'killed', value: '9..1', why: '9..1 is wrong', instead: '1..9' }],
      answer: 'answer',
    });
  });

  test('of a list only the values that are wrong, all of them at once', async () => {
    const { ask, asked } = taking({ status: 'claimed', place: 'kabul' });
    const lenient = await answerLeniently({ status: 'a~b~claimed', place: 'Kabul~kabul', actor: 'A' }, [], ask);
    expect(lenient.query).toEqual({ status: 'claimed', place: 'kabul' });
    expect(lenient.ignored.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['status', 'a~b'],
      ['place', 'Kabul'],
      ['actor', 'A'],
    ]);
    expect(asked).toHaveLength(2);
  });

  test('a list that is refused although its values are right, as when it is too long', async () => {
    const { ask } = taking({});
    expect((await answerLeniently({ place: 'a~b', question: 'x' }, [], ask)).query).toEqual({});
  });
});

test('what only the dashboard knows is judged here, and the API is not asked about it', async () => {
  const { ask, asked } = taking({ columns: 'date', status: 'claimed' });
  const lenient = await answerLeniently(
    { status: 'claimed', view: 'tree', map: '99/34/69', columns: 'date~age' },
    ['utm_source'],
    ask,
  );
  expect(lenient.ignored.map(({ parameter, value, instead }) => [parameter, value, instead])).toEqual([
    ['utm_source', undefined, undefined],
    ['view', 'tree', undefined],
    ['map', '99/34/69', '22/34/69'],
    ['columns', 'age', undefined],
  ]);
  expect(asked).toEqual([{ status: 'claimed', columns: 'date' }]);
});

test('an error that is not about parameters of the page is an error', async () => {
  const failing = (error: ProblemError) => answerLeniently({ q: 'a' }, [], () => Promise.reject(error));
  await expect(failing(refusal(503))).rejects.toThrow('refused');
  await expect(failing(refusal(400))).rejects.toThrow('refused');
  await expect(failing(refusal(400, [{ parameter: 'limit', detail: '' }]))).rejects.toThrow('refused');
});
