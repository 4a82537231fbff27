import { type EventAnswer, ProblemError } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { comparedEvents } from './compared.ts';

const refusal = (status: number, more = {}): ProblemError =>
  new ProblemError({ type: 'about:blank', title: '', status, detail: 'No.', ...more });

const EVENTS = ['a', 'b', 'c', 'd', 'e'];

const api = {
  event: (id: string, { asOf }: { asOf?: string | undefined } = {}) => {
    if (asOf === 'never') return Promise.reject(refusal(400));
    if (id === 'old-a') {
      const redirect = { type: 'event', from: 'old-a', to: 'a', date: '2026-12-04', reason: 'Renamed.' };
      return Promise.reject(refusal(308, { redirect }));
    }
    if (!EVENTS.includes(id)) return Promise.reject(refusal(404));
    return Promise.resolve({ event: { id } } as unknown as EventAnswer);
  },
};

const asked = async (...ids: string[]) => {
  const { events, ...rest } = await comparedEvents(ids, undefined, api);
  return { ids: events.map(({ event }) => event.id), ...rest };
};

test('events come in the order in which they are asked for', async () => {
  expect(await asked('c', 'a')).toEqual({ ids: ['c', 'a'], ignored: [], moved: [] });
});

test('what is left out says why, and keeps nothing else from being compared', async () => {
  expect(await asked('b', 'b', 'nothing', 'a', 'c', 'd')).toEqual({
    ids: ['b', 'a', 'c'],
    ignored: [
      { id: 'b', why: 'twice' },
      { id: 'd', why: 'too-many' },
      { id: 'nothing', why: 'unknown' },
    ],
    moved: [],
  });
});

test('a changed id is followed, with its reason; it is not compared with itself', async () => {
  const moved = [{ from: 'old-a', date: '2026-12-04', day: '4 December 2026', reason: 'Renamed.' }];
  expect(await asked('old-a', 'b')).toEqual({ ids: ['a', 'b'], ignored: [], moved });
  expect(await asked('a', 'old-a')).toEqual({ ids: ['a'], ignored: [{ id: 'old-a', why: 'same', as: 'a' }], moved });
});

test('what is wrong with more than one id is an error', async () => {
  await expect(comparedEvents(['a'], 'never', api)).rejects.toThrow(ProblemError);
});
