import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { InProgress } from './in-progress.ts';

test('what is in progress is waited for, and what follows it', async () => {
  const inProgress = new InProgress();
  const told: string[] = [];
  const { promise: first, resolve: answer } = Promise.withResolvers<string>();
  const page = inProgress.of(first).then(async (said) => {
    told.push(said);
    await setImmediate();
    told.push(await inProgress.of(Promise.resolve('second')));
  });
  const ended = inProgress.ended().then(() => told.push('ended'));
  await setImmediate();
  expect(told).toEqual([]);
  answer('first');
  await Promise.all([page, ended]);
  expect(told).toEqual(['first', 'second', 'ended']);
});

test('what fails is over, and is told to whoever asked', async () => {
  const inProgress = new InProgress();
  await expect(inProgress.of(Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  await inProgress.ended(Infinity);
});

test('what never ends is given up', async () => {
  const inProgress = new InProgress();
  void inProgress.of(new Promise(() => undefined));
  await inProgress.ended(20);
});
