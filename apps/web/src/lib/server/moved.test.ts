import { type Client, ProblemError } from '@counterclaim/api/client';
import type { Redirect } from '@counterclaim/domain';
import { expect, test } from 'vitest';
import { movedFrom, movedTo, orMoved } from './moved.ts';

const redirect = (type: string, from: string, to: string): Redirect =>
  ({ type, from, to, date: '2026-12-04', reason: 'Spelled anew.' }) as Redirect;
const moved = (own: Redirect): ProblemError =>
  new ProblemError({ type: '/api#problem-moved', title: 'Moved', status: 308, detail: '', redirect: own });
const at = (path: string): URL => new URL(path, 'https://example.org');

test('the way to the new id keeps the query and what stands behind the id', () => {
  const event = redirect('event', 'old', 'new');
  expect(movedTo(at('/events/old?asOf=2020-11-22'), event, true)).toBe('/events/new?asOf=2020-11-22&from=old');
  expect(movedTo(at('/events/old/cite.bib?asOf=2020-11-22'), event, false)).toBe(
    '/events/new/cite.bib?asOf=2020-11-22',
  );
  expect(movedTo(at('/claims/paper/one'), redirect('claim', 'paper/one', 'journal/two'), true)).toBe(
    '/claims/journal/two?from=paper/one',
  );
});

test('a record that moved leads on for good, any other refusal is passed on', async () => {
  const asked = Promise.reject(moved(redirect('place', 'old', 'new')));
  await expect(orMoved(asked, at('/places/old'))).rejects.toMatchObject({
    status: 308,
    location: '/places/new?from=old',
  });
  const absent = new ProblemError({ type: '/api#problem-not-found', title: '', status: 404, detail: 'none' });
  await expect(orMoved(Promise.reject(absent), at('/places/old'))).rejects.toBe(absent);
  expect(await orMoved(Promise.resolve('here'), at('/places/old'))).toBe('here');
});

test('the note is told only where a redirect bears it out', async () => {
  const api = {
    actor: (id: string) =>
      id === 'taleban' ? Promise.reject(moved(redirect('actor', 'taleban', 'taliban'))) : Promise.resolve({}),
  } as unknown as Client;
  expect(await movedFrom('actor', 'taliban', api, at('/actors/taliban?from=taleban'))).toEqual({
    from: 'taleban',
    date: '2026-12-04',
    day: '4 December 2026',
    reason: 'Spelled anew.',
  });
  expect(await movedFrom('actor', 'moi', api, at('/actors/moi?from=taleban'))).toBeUndefined();
  expect(await movedFrom('actor', 'taliban', api, at('/actors/taliban?from=moi'))).toBeUndefined();
  expect(await movedFrom('actor', 'taliban', api, at('/actors/taliban?from=taliban'))).toBeUndefined();
  expect(await movedFrom('actor', 'taliban', api, at('/actors/taliban'))).toBeUndefined();
});
