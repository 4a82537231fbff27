import { expect, test } from 'vitest';
import { BodyCache } from './body-cache.ts';

const body = (bytes: number) => ({ bytes: new Uint8Array(bytes), encoding: 'identity' as const });

test('a body is kept for its revision alone', () => {
  const cache = new BodyCache(10_000);
  const kept = body(10);
  cache.set('a', 'key', kept);
  expect(cache.get('a', 'key')).toBe(kept);
  expect(cache.get('b', 'key')).toBeUndefined();
  cache.set('b', 'other', body(10));
  expect(cache.get('a', 'key')).toBeUndefined();
});

test('never more than the room there is; the one used longest ago goes first', () => {
  const cache = new BodyCache(1000);
  for (let index = 0; index < 8; index += 1) cache.set('a', `k${index}`, body(110));
  cache.get('a', 'k0');
  cache.set('a', 'k8', body(110));
  expect(cache.size).toBeLessThanOrEqual(1000);
  expect(cache.get('a', 'k0')).toBeDefined();
  expect(cache.get('a', 'k1')).toBeUndefined();
  expect(cache.get('a', 'k8')).toBeDefined();
});

test('a body set twice is counted once', () => {
  const cache = new BodyCache(1000);
  cache.set('a', 'key', body(100));
  const { size } = cache;
  cache.set('a', 'key', body(100));
  expect(cache.size).toBe(size);
});

test('a body that would take most of the room is not kept', () => {
  const cache = new BodyCache(1000);
  cache.set('a', 'small', body(50));
  cache.set('a', 'large', body(500));
  expect(cache.get('a', 'large')).toBeUndefined();
  expect(cache.get('a', 'small')).toBeDefined();
});
