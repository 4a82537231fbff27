import { expect, test } from 'vitest';
import { openService } from './service.ts';

test('health answers', async () => {
  const { app, close } = await openService({ COUNTERCLAIM_DATA: ':memory:' });
  const response = await app.request('/api/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
  await close();
});
