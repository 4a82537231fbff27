import type { EventAnswer, EventParameters, ListedEvent } from '@counterclaim/api/client';
import { expect, test } from 'vitest';
import { relatedEvents } from './related-events.ts';

const listed = (id: string, time: string): ListedEvent => ({ id, time, zone: 'Asia/Kabul' }) as ListedEvent;

const around = (longitude: number | null): EventAnswer =>
  ({
    event: { id: 'own', time: '2020-11-21T08:40+04:30', zone: 'Asia/Kabul' },
    summary: { point: longitude === null ? null : { longitude, latitude: 34.5 }, places: [{ id: 'kabul' }] },
  }) as unknown as EventAnswer;

async function asked(detail: EventAnswer, ...answers: readonly (readonly ListedEvent[])[]) {
  const questions: EventParameters[] = [];
  const events = await relatedEvents(detail, '2021', {
    events: (parameters = {}) => {
      questions.push(parameters);
      return Promise.resolve({ items: [...(answers[questions.length - 1] ?? [])] });
    },
  });
  return { ids: events.map(({ id }) => id), questions };
}

test('the nearest in time come first, never the event itself, and no more than can be looked through', async () => {
  const many = Array.from({ length: 9 }, (_, n) => listed(`later-${n}`, `2020-11-2${n}`));
  const { ids, questions } = await asked(around(69), [
    listed('own', '2020-11-21'),
    listed('near', '2020-11-21T09:00+04:30'),
    ...many,
  ]);
  expect(ids.slice(0, 2)).toEqual(['near', 'later-1']);
  expect(ids).toHaveLength(8);
  expect(questions).toEqual([
    { bbox: '68.5000,34.0000,69.5000,35.0000', date: '2020-11-18..2020-11-24', asOf: '2021', limit: 100 },
  ]);
});

test('where few are near in time, a longer time is looked at', async () => {
  const { ids, questions } = await asked(around(69), [listed('a', '2020-11-20')], [listed('b', '2020-12-21')]);
  expect(ids).toEqual(['b']);
  expect(questions.map(({ date }) => date)).toEqual(['2020-11-18..2020-11-24', '2020-10-07..2021-01-05']);
});

test.each([null, 179.8])('with a point at %s, which has no box, the place is looked in', async (longitude) => {
  const { questions } = await asked(around(longitude));
  expect(questions[0]).toMatchObject({ place: 'kabul' });
  expect(questions[0]).not.toHaveProperty('bbox');
});
