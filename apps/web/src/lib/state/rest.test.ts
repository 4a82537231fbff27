import { expect, test } from 'vitest';
import { Rest } from './rest.ts';

test('all that wait go on when nothing is left to do, and those that come then need not wait', async () => {
  const rest = new Rest();
  await rest.reached();
  rest.note(true);
  const said: string[] = [];
  const waiting = ['one', 'another'].map((who) => rest.reached().then(() => said.push(who)));
  await Promise.resolve();
  expect(said).toEqual([]);
  rest.note(false);
  await Promise.all(waiting);
  expect(said).toEqual(['one', 'another']);
  await rest.reached();
});
