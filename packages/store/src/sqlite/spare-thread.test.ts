import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { giveBack, PATIENCE, takeThread } from './spare-thread.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a thread that is given back is taken again, by one at a time', async () => {
  const first = takeThread();
  giveBack(first);
  expect(takeThread()).toBe(first);
  const second = takeThread();
  expect(second).not.toBe(first);
  giveBack(first);
  giveBack(second);
  expect(takeThread()).toBe(first);
  await first.terminate();
});

test('a thread that nobody takes ends, and so does one too many', async () => {
  const [first, second] = [takeThread(), takeThread()];
  giveBack(first);
  giveBack(second);
  await once(second, 'exit');
  const ended = once(first, 'exit');
  vi.advanceTimersByTime(PATIENCE);
  await ended;
  const third = takeThread();
  expect(third).not.toBe(first);
  await third.terminate();
});
