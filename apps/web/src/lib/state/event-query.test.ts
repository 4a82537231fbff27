import { describe, expect, test } from 'vitest';
import {
  endsOf,
  type EventQuery,
  exploreUrl,
  forApi,
  forCount,
  readQuery,
  unknownIn,
  without,
  withoutFilters,
  withRange,
  withValue,
  writeQuery,
} from './event-query.ts';

const canonical = (search: string): string => writeQuery(readQuery(new URLSearchParams(search)));

describe('one address for one state', () => {
  test.each([
    ['', ''],
    ['?q=', ''],
    ['?sort=-date&view=list', ''],
    ['?status=contested&status=claimed', '?status=claimed~contested'],
    ['?status=contested~claimed~contested', '?status=claimed~contested'],
    ['?asOf=2020-11-21&q=kabul', '?q=kabul&asOf=2020-11-21'],
    ['?killed.from=1&killed.to=', '?killed=1..'],
    ['?killed.from=&killed.to=', ''],
    ['?killed.from=&killed.to=&killed=1..5', ''],
    ['?killed=5', '?killed=5..5'],
    ['?date.from=2020-11&date.to=2021-07', '?date=2020-11..2021-07'],
    ['?date=2020-11-21', '?date=2020-11-21..2020-11-21'],
    ['?columns=status&columns=date&view=table', '?view=table&columns=date~status'],
    ['?q=%20rocket%20%20kabul%20', '?q=rocket+kabul'],
    ['?q=a%26b%3D1', '?q=a%26b%3D1'],
    ['?asOf=2020-11-21T08:40%2B04:30', '?asOf=2020-11-21T08:40%2B04:30'],
    ['?q=%D9%83%D8%A7%D8%A8%D9%84', '?q=%D9%83%D8%A7%D8%A8%D9%84'],
  ])('%s is written %s', (search, written) => {
    expect(canonical(search)).toBe(written);
  });

  test.each([
    '?q=100%25+~+a..b',
    '?place=kabul&bbox=-10,20,30,40&date=2020..&actor=taliban&stance=denies&question=casualties:killed:all',
    '?killed=..5&injured=0..&map=5/34/69&sort=-killed&asOf=2020-11-21T08:40%2B04:30&cursor=e30',
  ])('a canonical address stays as it is: %s', (search) => {
    expect(canonical(search)).toBe(search);
  });
});

test('a written query survives being read as a URL, or it would redirect forever', () => {
  const written = writeQuery({ q: `"it's" <b> #1 \\ | ^ \` {} é`, actor: 'a~b' });
  expect(new URL(`http://here.invalid/events${written}`).search).toBe(written);
});

test('what is wrong reaches the API as it was asked', () => {
  expect(readQuery(new URLSearchParams('?status=nonsense&killed=5..1'))).toEqual({
    status: 'nonsense',
    killed: '5..1',
  });
});

test('names that mean nothing here are told', () => {
  expect(unknownIn(new URLSearchParams('?statuss=contested&q=a&killed.from=1&utm_source=x'))).toEqual([
    'statuss',
    'utm_source',
  ]);
});

describe('changing a query', () => {
  const query: EventQuery = { q: 'kabul', status: 'claimed~contested', sort: 'killed', asOf: '2020', cursor: 'abc' };

  test('a value of a list is dropped alone, the last one with its list', () => {
    expect(without(query, 'status', 'claimed')).toEqual({
      q: 'kabul',
      status: 'contested',
      sort: 'killed',
      asOf: '2020',
    });
    expect(without(without(query, 'status', 'claimed'), 'status', 'contested')).not.toHaveProperty('status');
  });

  test('every change starts at the first page', () => {
    expect(without(query, 'q')).not.toHaveProperty('cursor');
    expect(withValue(query, 'sort', '-killed')).not.toHaveProperty('cursor');
    expect(withValue(query, 'sort', '-date')).not.toHaveProperty('sort');
  });

  test('without filters, order and as-of date stay', () => {
    expect(withoutFilters(query)).toEqual({ sort: 'killed', asOf: '2020' });
  });
});

test('a range is typed by its ends', () => {
  expect(withRange({ cursor: 'x' }, 'date', { from: '2020-11', to: '' })).toEqual({ date: '2020-11..' });
  expect(withRange({ date: '2020..' }, 'date', { from: '', to: '' })).toEqual({});
  expect(endsOf({ killed: '1..' }, 'killed')).toEqual({ from: '1', to: '' });
  expect(endsOf({ killed: '..5' }, 'killed')).toEqual({ from: '', to: '5' });
  expect(endsOf({}, 'killed')).toEqual({ from: '', to: '' });
});

test('the API never sees what only steers a view, and a count no order', () => {
  const query: EventQuery = { q: 'kabul', view: 'table', map: '5/34/69', columns: 'a', sort: 'killed', cursor: 'x' };
  expect(forApi(query)).toEqual({ q: 'kabul', sort: 'killed', cursor: 'x' });
  expect(forCount(query)).toEqual({ q: 'kabul' });
  expect(exploreUrl(query)).toBe('/events?q=kabul&view=table&map=5/34/69&columns=a&sort=killed&cursor=x');
});
