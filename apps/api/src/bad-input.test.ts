import { describe, expect, test } from 'vitest';
import { json } from '../test/json.ts';
import { testService } from '../test/service.ts';
import { PROBLEMS, type ProblemDocument, type ProblemName, problemType } from './http/problem-types.ts';
import { problem as problemSchema } from './schema/problem.ts';

const { get, current } = testService();

/** The problem of an answer, which must be one as it is published. */
async function problemOf(response: Response): Promise<ProblemDocument> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const body = await json<ProblemDocument>(response);
  expect(problemSchema.safeParse(body).error).toBeUndefined();
  expect(body.status).toBe(response.status);
  expect(body.requestId).toBe(response.headers.get('x-request-id'));
  return body;
}

async function expectProblem(response: Response, name: ProblemName, parameters: readonly string[]): Promise<void> {
  const body = await problemOf(response);
  expect(body.type).toBe(problemType(name));
  expect(body.status).toBe(PROBLEMS[name].status);
  expect((body.errors ?? []).map(({ parameter }) => parameter)).toEqual(parameters);
  for (const { detail } of body.errors ?? []) expect(detail.length).toBeGreaterThan(10);
}

const list = '/api/v1/events';

describe('a parameter that cannot be read is refused by its name', () => {
  test.each([
    ['an unknown filter', `${list}?colour=red`, ['colour']],
    ['several unknown filters', `${list}?colour=red&size=1`, ['colour', 'size']],
    ['a name that objects have', `${list}?__proto__=1`, ['__proto__']],
    ['a name that objects have', `${list}?constructor=1`, ['constructor']],
    ['a filter of another list', `/api/v1/claims?killed=1`, ['killed']],
    ['a filter where there is none', `/api/v1/release?q=a`, ['q']],
    ['a page of an export', `/api/v1/events.csv?limit=5`, ['limit']],
    ['a sort of claims', `/api/v1/claims?sort=date`, ['sort']],
    ['a parameter given twice', `${list}?status=contested&status=claimed`, ['status']],
    ['a limit given twice', `${list}?limit=1&limit=2`, ['limit']],
    ['a zoom that no tile has', '/api/v1/tiles/15/0/0.mvt', ['z']],
    ['a tile that is no number', '/api/v1/tiles/4/a/b.mvt', ['x', 'tile']],
    ['a tile of an unknown filter', '/api/v1/tiles/4/11/6.mvt?limit=5', ['limit']],
    ['an impossible day', `${list}?date=2020-11-31`, ['date']],
    ['an impossible month', `${list}?date=2020-13..2021`, ['date']],
    ['a date that is none', `${list}?date=yesterday`, ['date']],
    ['a 29 February of a common year', `${list}?asOf=2021-02-29`, ['asOf']],
    ['an hour that is none', `${list}?asOf=2020-11-21T25:00Z`, ['asOf']],
    ['a clock time of no zone', `${list}?asOf=2020-11-21T12:00`, ['asOf']],
    ['an interval as of which', `${list}?asOf=2020/2021`, ['asOf']],
    ['an interval within a range', `${list}?date=2020/2021..2022`, ['date']],
    ['a date with an offset', `${list}?date=2020-11-21T08:40%2B04:30`, ['date']],
    ['a year beyond the calendar', `${list}?date=Y999999999`, ['date']],
    ['a year beyond the calendar', `${list}?asOf=Y-99999999`, ['asOf']],
    ['dates upside down', `${list}?date=2021-07-31..2020-11-01`, ['date']],
    ['numbers upside down', `${list}?killed=10..1`, ['killed']],
    ['three ends of a range', `${list}?date=2020..2021..2022`, ['date']],
    ['no end of a range', `${list}?date=..`, ['date']],
    ['no end of a range', `${list}?injured=..`, ['injured']],
    ['a negative number', `${list}?killed=-1..`, ['killed']],
    ['half a person', `${list}?killed=1.5`, ['killed']],
    ['a number in words', `${list}?killed=eight`, ['killed']],
    ['a box of three sides', `${list}?bbox=1,2,3`, ['bbox']],
    ['a box upside down', `${list}?bbox=60,38,75,29`, ['bbox']],
    ['a box off the globe', `${list}?bbox=60,29,75,91`, ['bbox']],
    ['a status that is none', `${list}?status=guilty`, ['status']],
    ['one wrong status among right ones', `${list}?status=contested~guilty`, ['status']],
    ['an empty item', `${list}?status=contested~`, ['status']],
    ['an agreement that is none', `${list}?agreement=yes`, ['agreement']],
    ['a stance that is none', `${list}?stance=blames`, ['stance']],
    ['a kind of claim as a kind of event', `${list}?kind=casualties`, ['kind']],
    ['a kind of event as a kind of claim', `/api/v1/claims?kind=attack`, ['kind']],
    ['an id that can be none', `${list}?place=Kabul`, ['place']],
    ['an id with a path', `${list}?actor=../etc/passwd`, ['actor']],
    ['SQL', `${list}?source=x'%20or%201=1--`, ['source']],
    ['a question that is none', `${list}?question=who`, ['question']],
    ['an order that is none', `${list}?sort=title`, ['sort']],
    ['an empty search', `${list}?q=`, ['q']],
    ['a search without a word', `${list}?q=%20%21%3F`, ['q']],
    ['a page of none', `${list}?limit=0`, ['limit']],
    ['a page of too many', `${list}?limit=101`, ['limit']],
    ['a page of half a one', `${list}?limit=1.5`, ['limit']],
    ['a page size that JavaScript would take for 16', `${list}?limit=0x10`, ['limit']],
    ['an empty cursor', `${list}?cursor=`, ['cursor']],
    ['an id that can be none, of changes', '/api/v1/changes?event=Kabul', ['event']],
    ['a filter that changes do not have', '/api/v1/changes?q=a', ['q']],
    ['a language in words', '/api/v1/sources?language=Persian', ['language']],
    ['a document of no kind', '/api/v1/sources?kind=tweet', ['kind']],
    ['a page of too many changes', '/api/v1/changes.atom?limit=101', ['limit']],
    ['several mistakes at once', `${list}?killed=x&date=y&colour=z`, ['date', 'killed', 'colour']],
    ['an as-of of one event', `${list}/2020-11-21-kabul-rockets?asOf=31`, ['asOf']],
  ])('%s: %s', async (_what, address, parameters) => {
    await expectProblem(await get(address), 'invalid-parameter', parameters);
  });

  test('the detail says what to write instead', async () => {
    const { detail, errors } = await problemOf(await get(`${list}?date=2020-11-31`));
    expect(errors?.[0]?.detail).toBe(
      '31 November 2020 does not exist: November 2020 ends on 30; correct the day, or give the month alone',
    );
    expect(detail).toContain('date: 31 November');
    const upsideDown = await problemOf(await get(`${list}?killed=10..1`));
    expect(upsideDown.errors?.[0]?.detail).toContain('1..10');
    const twice = await problemOf(await get(`${list}?limit=1&limit=2`));
    expect(twice.errors?.[0]?.detail).toBe('is given twice: give it once, and join values with ~');
  });

  test('the page of a format that is always complete', async () => {
    for (const [accept, parameters] of [
      ['text/csv', ['limit', 'cursor']],
      ['application/geo+json', ['limit', 'cursor']],
    ] as const) {
      await expectProblem(await get(`${list}?limit=5&cursor=abc`, { accept }), 'invalid-parameter', parameters);
    }
  });
});

describe('a cursor', () => {
  const firstPage = async (address: string): Promise<string> =>
    (await json<{ cursor: string }>(await get(address))).cursor;

  test('of other filters is refused', async () => {
    const cursor = await firstPage(`${list}?limit=1`);
    expect(cursor).toBeTruthy();
    await expectProblem(await get(`${list}?limit=1&kind=attack&cursor=${cursor}`), 'invalid-cursor', ['cursor']);
  });

  test('of another order is refused', async () => {
    const cursor = await firstPage(`${list}?limit=1&sort=killed`);
    await expectProblem(await get(`${list}?limit=1&sort=-killed&cursor=${cursor}`), 'invalid-cursor', ['cursor']);
  });

  test('of another list is refused', async () => {
    const cursor = await firstPage('/api/v1/actors?limit=1');
    for (const other of ['places', 'changes', 'changes.atom']) {
      await expectProblem(await get(`/api/v1/${other}?limit=1&cursor=${cursor}`), 'invalid-cursor', ['cursor']);
    }
  });

  test('serves another size of page', async () => {
    const cursor = await firstPage(`${list}?limit=1`);
    expect((await get(`${list}?limit=7&cursor=${cursor}`)).status).toBe(200);
  });

  test('is refused when it is damaged, wherever', async () => {
    const cursor = await firstPage(`${list}?limit=1`);
    for (const damaged of [
      cursor.slice(1),
      cursor.slice(0, -4),
      `${cursor}AAAA`,
      cursor.toLowerCase(),
      'x',
      '!!',
      'bnVsbA',
    ]) {
      await expectProblem(await get(`${list}?limit=1&cursor=${encodeURIComponent(damaged)}`), 'invalid-cursor', [
        'cursor',
      ]);
    }
  });
});

describe('an address', () => {
  test.each([
    ['a filter', `${list}?q=%zz`, ['q']],
    ['an unfinished filter', `${list}?q=100%`, ['q']],
    ['a filter that is not UTF-8', `${list}?q=%ff`, ['q']],
    ['two filters', `${list}?q=%zz&date=%`, ['q', 'date']],
    ['a name', `${list}?%zz=1`, ['%zz']],
    ['an id', `${list}/%zz`, []],
    ['an id that is not UTF-8', `${list}/%c3%28`, []],
  ])('with broken percent-encoding in %s is refused', async (_where, address, parameters) => {
    await expectProblem(await get(address), 'malformed-url', parameters);
  });

  test('of more than 8 KiB is refused', async () => {
    await expectProblem(await get(`${list}?q=${'a'.repeat(10_240)}`), 'uri-too-long', []);
    await expectProblem(await get(`/api/v1/${'a'.repeat(10_240)}`), 'uri-too-long', []);
  });

  test('of up to 8 KiB is read', async () => {
    const response = await get(`${list}?q=${'a'.repeat(8000)}`);
    await expectProblem(response, 'invalid-parameter', ['q']);
  });

  test.each([
    ['an unknown event', `${list}/no-such-event`, ['id']],
    ['an unknown event’s history', `${list}/no-such-event/history`, ['id']],
    ['an id that can be none', `${list}/No%20Such%20Event`, ['id']],
    ['an unknown claim', '/api/v1/claims/dawn-2020-11-21/no-such-claim', ['slug']],
    ['an unknown source', '/api/v1/sources/no-such-source', ['id']],
    ['an unknown actor', '/api/v1/actors/no-such-actor', ['id']],
    ['an unknown place', '/api/v1/places/no-such-place', ['id']],
    ['a name that objects have', '/api/v1/actors/constructor', ['id']],
    ['an unknown route', '/api/v1/nothing', []],
    ['no version', '/api/events', []],
    ['the root', '/', []],
    ['a slash too many', '/api/v1/events/', []],
    ['an unknown suffix', '/api/v1/events.xml', []],
  ])('of %s is not found', async (_what, address, parameters) => {
    const response = await get(address);
    expect(response.status).toBe(404);
    await expectProblem(response, 'not-found', parameters);
  });
});

describe('a method', () => {
  const addresses = [
    list,
    `${list}/2020-11-21-kabul-rockets`,
    '/api/v1/events.csv',
    '/api/health',
    '/api/openapi.json',
  ];
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused, and told what is allowed', async (method) => {
    for (const address of addresses) {
      const response = await current().app.request(address, { method });
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      await expectProblem(response, 'method-not-allowed', []);
    }
  });

  test('of an unknown address is not found first', async () => {
    await expectProblem(await current().app.request('/api/v1/nothing', { method: 'POST' }), 'not-found', []);
  });
});

describe('a header', () => {
  test.each([
    [list, 'text/html'],
    [list, 'application/json;q=0'],
    ['/api/v1/sources', 'text/csv'],
    ['/api/v1/claims', 'application/geo+json'],
    ['/api/v1/changes', 'text/csv'],
    ['/api/v1/events', 'application/atom+xml'],
    [`${list}/2020-11-21-kabul-rockets`, 'application/geo+json, text/csv'],
  ])('for %s that accepts only %s finds nothing', async (address, accept) => {
    await expectProblem(await get(address, { accept }), 'not-acceptable', []);
  });

  test('that announces a body is refused', async () => {
    await expectProblem(await get(list, { 'content-length': '10' }), 'content-too-large', []);
  });
});

test('a mistake of ours says where to find it, and nothing of it', async () => {
  const { createApp } = await import('./app.ts');
  const logged: object[] = [];
  const store = {
    ...current().store,
    events: () => Promise.reject(new Error('no such column: secret')),
  };
  const app = createApp({
    store,
    build: 'test',
    logger: { info() {}, error: (fields) => void logged.push(fields) },
  });
  const response = await app.request(list);
  expect(response.status).toBe(500);
  const body = JSON.stringify(await problemOf(response));
  expect(body).not.toContain('secret');
  expect(JSON.parse(body)).toMatchObject({ type: problemType('internal-error') });
  expect(logged).toEqual([
    { requestId: response.headers.get('x-request-id'), error: new Error('no such column: secret') },
  ]);
});

test('a store that does not answer is a problem that passes', async () => {
  const { createApp } = await import('./app.ts');
  const store = { ...current().store, state: () => Promise.reject(new Error('closed')) };
  const response = await createApp({ store, build: 'test' }).request('/api/health');
  expect(response.headers.get('retry-after')).toBe('30');
  await expectProblem(response, 'unavailable', []);
});

test('an answer that takes too long is given up', async () => {
  const { createApp } = await import('./app.ts');
  const store = { ...current().store, facets: () => new Promise<never>(() => {}) };
  const response = await createApp({ store, build: 'test', timeout: 5 }).request('/api/v1/facets');
  await expectProblem(response, 'timeout', []);
});
