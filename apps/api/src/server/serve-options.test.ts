import { expect, test } from 'vitest';
import { serveOptions } from './serve-options.ts';

test('what an environment leaves open is decided', () => {
  const open = { host: '127.0.0.1', port: 3000, limits: { connections: 1_000 } };
  expect(serveOptions({}, 3000)).toEqual(open);
  expect(serveOptions({ HOST: '', PORT: '', COUNTERCLAIM_MAX_CONNECTIONS: '' }, 3000)).toEqual(open);
});

test('what it says is meant', () => {
  expect(serveOptions({ HOST: '::1', PORT: '0', COUNTERCLAIM_MAX_CONNECTIONS: '64' }, 3000)).toEqual({
    host: '::1',
    port: 0,
    limits: { connections: 64 },
  });
});

test.each(['abc', '-1', '65536', '80.5', ' '])('%j is no port', (port) => {
  expect(() => serveOptions({ PORT: port }, 3000)).toThrow(
    `PORT=${port} is not a port: choose a number from 0 to 65535.`,
  );
});

test.each(['0', '-1', 'many', '1e3', '1000000', ' '])('%j is no number of connections', (connections) => {
  expect(() => serveOptions({ COUNTERCLAIM_MAX_CONNECTIONS: connections }, 3000)).toThrow(
    `COUNTERCLAIM_MAX_CONNECTIONS=${connections} is no number of connections: choose one from 1 to 999999.`,
  );
});
