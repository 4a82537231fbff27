import { expect, test } from 'vitest';
import { doctoredService } from '../../test/doctored.ts';
import { json } from '../../test/json.ts';
import { createClient, type ProblemDocument, ProblemError } from '../client.ts';
import { problem as problemSchema } from '../schema/problem.ts';

const { get, app, doctored } = doctoredService();
const slug = doctored.corrected.id.split('/')[1] ?? '';

test.each([
  ['/api/v1/events/kabul-rockets', '/api/v1/events/2020-11-21-kabul-rockets'],
  ['/api/v1/events/kabul-rockets?asOf=2020-11-22', '/api/v1/events/2020-11-21-kabul-rockets?asOf=2020-11-22'],
  ['/api/v1/events/kabul-rockets/history', '/api/v1/events/2020-11-21-kabul-rockets/history'],
  ['/api/v1/events/kabul%2Drockets', '/api/v1/events/2020-11-21-kabul-rockets'],
  ['/api/v1/sources/dawn', '/api/v1/sources/dawn-2020-11-21'],
  [`/api/v1/claims/dawn/${slug}`, `/api/v1/claims/dawn-2020-11-21/${slug}`],
  ['/api/v1/actors/taleban', '/api/v1/actors/taliban'],
  ['/api/v1/places/the-green-zone', '/api/v1/places/green-zone'],
])('%s leads to %s', async (old, location) => {
  const response = await get(old);
  expect(response.status).toBe(308);
  expect(response.headers.get('location')).toBe(location);
  expect((await get(location)).status).toBe(200);
});

test('it is said what the id is now, since when and why', async () => {
  const response = await get('/api/v1/events/kabul-rockets');
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = await json<ProblemDocument>(response);
  expect(problemSchema.safeParse(body).error).toBeUndefined();
  expect(body).toMatchObject({
    type: '/api#problem-moved',
    status: 308,
    detail: 'The event kabul-rockets is 2020-11-21-kabul-rockets since 2026-02-05: Ids begin with the day.',
    redirect: {
      type: 'event',
      from: 'kabul-rockets',
      to: '2020-11-21-kabul-rockets',
      date: '2026-02-05',
      reason: 'Ids begin with the day.',
    },
  });
});

test('it may be kept, and is said whatever is asked for', async () => {
  const response = await get('/api/v1/events/kabul-rockets');
  const tag = response.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"[\w.-]+"$/);
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  // A precondition counts only where the answer would be a success: 304 would say that the record is there.
  for (const header of [tag, '*']) {
    const again = await get('/api/v1/events/kabul-rockets', { 'if-none-match': header });
    expect(again.status, header).toBe(308);
    expect(again.headers.get('etag')).toBe(tag);
  }
  expect((await get('/api/v1/events/kabul-rockets', { accept: 'text/html' })).status).toBe(308);
  const head = await app().request('/api/v1/events/kabul-rockets', { method: 'HEAD' });
  expect(head.status).toBe(308);
  expect(head.headers.get('location')).toBe('/api/v1/events/2020-11-21-kabul-rockets');
  expect(await head.text()).toBe('');
});

test.each([
  '/api/v1/events/dawn',
  '/api/v1/claims/dawn/no-such-claim',
  '/api/v1/claims/kabul-rockets/c1',
  '/api/v1/actors/kabul-rockets',
  '/api/v1/events/Kabul-Rockets',
])('%s leads nowhere', async (address) => {
  expect((await get(address)).status).toBe(404);
});

test('a wrong parameter is refused first', async () => {
  expect((await get('/api/v1/events/kabul-rockets?asOf=31')).status).toBe(400);
});

test('filters find what has the id now', async () => {
  const of = async (address: string): Promise<unknown> => (await json<{ items: unknown }>(await get(address))).items;
  expect(await of('/api/v1/events?actor=taleban')).toEqual(await of('/api/v1/events?actor=taliban'));
  expect(await of('/api/v1/events?place=the-green-zone')).toEqual(await of('/api/v1/events?place=green-zone'));
  expect(await of('/api/v1/claims?event=kabul-rockets')).toEqual(await of(`/api/v1/claims?event=${doctored.event}`));
  expect(await of('/api/v1/claims?source=dawn')).toEqual(await of(`/api/v1/claims?source=${doctored.source}`));
  expect(await of('/api/v1/claims?source=dawn')).not.toEqual([]);
});

test('the client follows where fetch does, and says where to go where it does not', async () => {
  const once = createClient('http://localhost', { fetch: (input, init) => app().fetch(new Request(input, init)) });
  const refused = once.event('kabul-rockets', { asOf: '2020-11-22' });
  await expect(refused).rejects.toBeInstanceOf(ProblemError);
  await expect(refused).rejects.toMatchObject({
    status: 308,
    redirect: { type: 'event', to: doctored.event, date: '2026-02-05', reason: 'Ids begin with the day.' },
  });
  const following = createClient('http://localhost', {
    fetch: async (input, init) => {
      const response = await app().fetch(new Request(input, init));
      const location = response.headers.get('location');
      return location === null ? response : app().request(location, init);
    },
  });
  expect((await following.event('kabul-rockets')).event.id).toBe(doctored.event);
});
