import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { openService, type Service } from '../src/index.ts';

/** The whole service on a store in memory, with the curated records: opened before the tests of a file, closed after them. */
export function testService(): {
  readonly get: (address: string, headers?: Record<string, string>) => Promise<Response>;
  readonly current: () => Service;
} {
  let service: Service | undefined;
  beforeAll(async () => {
    service = await openService({
      COUNTERCLAIM_DATA: ':memory:',
      COUNTERCLAIM_SOURCES: fileURLToPath(new URL('texts', import.meta.url)),
    });
  });
  afterAll(async () => {
    await service?.close();
  });
  const current = (): Service => {
    if (service === undefined) throw new Error('the service is open only while tests run');
    return service;
  };
  return {
    current,
    get: async (address, headers = {}) => current().app.request(address, { headers }),
  };
}
