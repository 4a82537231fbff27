import { expect, test } from 'vitest';
import { changeLine, idsOf } from './line.ts';

const names = { actors: new Map(), places: new Map(), events: new Map() };
const record = { type: 'claim', id: 'dawn/eight' } as const;

test('a correction says which field, and what stood there before and since', () => {
  const change = {
    kind: 'correction',
    date: '2026-12-03',
    record,
    field: 'body.quantity.value',
    was: 7,
    now: 8,
    reason: 'A misprint of ours.',
  } as const;
  expect(changeLine(change, 'Eight killed', names)).toEqual({
    kind: 'correction',
    date: '2026-12-03',
    day: '3 December 2026',
    type: 'claim',
    title: 'Eight killed',
    href: '/claims/dawn/eight',
    field: 'number',
    was: [{ text: '7' }],
    now: [{ text: '8' }],
    reason: 'A misprint of ours.',
  });
  expect(idsOf({ ...change, field: 'claimant', was: 'moi', now: 'tariq-arian' })).toEqual({
    kind: 'actor',
    ids: ['moi', 'tariq-arian'],
  });
});

test('a redirect leads from the id that is no longer used; a retraction has no values', () => {
  const done = { date: '2026-12-03', reason: 'Coded twice.' };
  expect(
    changeLine(
      { kind: 'redirect', record: { type: 'actor', id: 'taliban' }, from: 'taleban', ...done },
      'Taliban',
      names,
    ),
  ).toMatchObject({ href: '/actors/taliban', from: 'taleban', title: 'Taliban' });
  const retraction = { kind: 'retraction', record, ...done } as const;
  expect(changeLine(retraction, 'Eight killed', names)).not.toHaveProperty('was');
  expect(idsOf(retraction).ids).toEqual([]);
});
