import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, scopeOf } from './cursor.ts';
import { Problem } from './problem.ts';

const position = fc.record({ key: fc.double({ noNaN: true }), id: fc.string({ unit: 'binary' }) });
const scope = fc.string();

test('a cursor comes back as the position it was made of', () => {
  fc.assert(
    fc.property(position, scope, (where, list) => {
      const cursor = encodeCursor(where, list);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      const { key, id } = decodeCursor(cursor, list);
      // A negative zero sorts as zero does.
      expect([key + 0, id]).toEqual([where.key + 0, where.id]);
    }),
  );
});

test('a cursor of one list is none of another', () => {
  fc.assert(
    fc.property(position, scope, scope, (where, list, other) => {
      fc.pre(list !== other);
      expect(() => decodeCursor(encodeCursor(where, list), other)).toThrow(Problem);
    }),
  );
});

test('a cursor with any character changed is refused, or means the same', () => {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
  fc.assert(
    fc.property(position, scope, fc.nat(), fc.constantFrom(...characters), (where, list, at, character) => {
      const cursor = encodeCursor(where, list);
      const index = at % cursor.length;
      const damaged = cursor.slice(0, index) + character + cursor.slice(index + 1);
      // The last character of base64 may hold bits that mean nothing.
      const same = Buffer.from(damaged, 'base64url').equals(Buffer.from(cursor, 'base64url'));
      if (same) expect(decodeCursor(damaged, list)).toEqual(decodeCursor(cursor, list));
      else expect(() => decodeCursor(damaged, list)).toThrow(Problem);
    }),
  );
});

test('any text is either a cursor or a problem, never another failure', () => {
  fc.assert(
    fc.property(fc.string(), scope, (text, list) => {
      expect(() => decodeCursor(text, list)).toThrow(Problem);
    }),
  );
  fc.assert(
    fc.property(fc.json(), scope, (text, list) => {
      expect(() => decodeCursor(Buffer.from(text).toString('base64url'), list)).toThrow(Problem);
    }),
  );
});

test('the order of filters, the size of the page and the encoding do not matter; the filters, the order and the list do', () => {
  const of = (query: string, path = '/api/v1/events') => scopeOf(path, query);
  expect(of('?a=1&b=2')).toBe(of('?b=2&a=1&limit=5&cursor=x'));
  expect(of('?q=a%20b')).toBe(of('?q=a+b'));
  const all = [
    of(''),
    of('?a=1'),
    of('?a=2'),
    of('?a=1&b=2'),
    of('?a=1&sort=date'),
    of('', '/api/v1/claims'),
    of('?a=1%26b=2'),
  ];
  expect(new Set(all).size).toBe(all.length);
});
