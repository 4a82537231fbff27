import { once } from 'node:events';
import { type IncomingMessage, request, type RequestListener } from 'node:http';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ProblemDocument } from '../http/problem-types.ts';
import { serve, type ServeOptions, type Serving } from './serve.ts';

/* Clients that misbehave, with limits so short that nobody waits for them. */

const opened: Serving[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(opened.splice(0).map((serving) => serving.close()));
});

async function listen(answer: RequestListener, options: Partial<ServeOptions> = {}): Promise<Serving> {
  const limits = { look: 20, linger: 50, stop: 20_000, ...options.limits };
  const serving = await serve(answer, { host: '127.0.0.1', port: 0, ...options, limits });
  opened.push(serving);
  return serving;
}

function dial({ port }: Serving): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  return socket;
}

/** What a connection brings until it is closed by the other side. */
async function textOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(chunks).toString();
}

const ok: RequestListener = (_request, response) => void response.end('ok');
const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

describe('a slow client', () => {
  test('whose headers drip is told so, and let go', async () => {
    const answer = vi.fn(ok);
    const serving = await listen(answer, { limits: { headers: 60 } });
    const socket = dial(serving);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const drip = setInterval(() => socket.write('X-Drip: 1\r\n'), 10);
    const text = await textOf(socket);
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect((JSON.parse(text.split('\r\n\r\n')[1] ?? '') as ProblemDocument).type).toBe('/api#problem-request-timeout');
    expect(answer).not.toHaveBeenCalled();
  });

  test('that says nothing at all is let go', async () => {
    const serving = await listen(ok, { limits: { headers: 60 } });
    expect(await textOf(dial(serving))).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
  });

  test('whose body drips is let go', async () => {
    const serving = await listen(
      (incoming, response) => {
        incoming.resume().on('end', () => response.end('ok'));
      },
      { limits: { headers: 60, request: 60 } },
    );
    const socket = dial(serving);
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n');
    const drip = setInterval(() => socket.write('x'), 10);
    const text = await textOf(socket);
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('that asks and reads nothing is let go, and holds no more than what fits the way to it', async () => {
    let written = 0;
    const chunk = Buffer.alloc(64 * 1024);
    const closed = Promise.withResolvers<undefined>();
    const serving = await listen(
      (_request, response) => {
        const more = (): void => {
          while (!response.destroyed) {
            written += chunk.byteLength;
            if (!response.write(chunk)) break;
          }
        };
        response.on('drain', more).on('close', () => {
          closed.resolve(undefined);
        });
        more();
      },
      { limits: { silence: 100 } },
    );
    const socket = dial(serving);
    socket.pause();
    socket.write(GET);
    await closed.promise;
    expect(written).toBeLessThan(64 * 2 ** 20);
  });

  test('that keeps a connection for nothing is let go', async () => {
    const serving = await listen(ok, { limits: { idle: 50 } });
    const socket = dial(serving);
    socket.write(GET);
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('connections beyond the limit', () => {
  const metrics = () => ({ refusedConnection: vi.fn(), watchConnections: vi.fn() });

  test('are closed at once, counted and logged once, while the others are answered', async () => {
    const counted = metrics();
    const logger = { info: vi.fn(), error: vi.fn() };
    const held = Promise.withResolvers<undefined>();
    let running = 0;
    const both = Promise.withResolvers<undefined>();
    const serving = await listen(
      (_request, response) => {
        running += 1;
        if (running === 2) both.resolve(undefined);
        void held.promise.then(() => response.end('ok'));
      },
      { limits: { connections: 2 }, metrics: counted, logger },
    );
    const [open] = counted.watchConnections.mock.calls[0] as [() => Promise<number>, number];
    const accepted = [dial(serving), dial(serving)];
    for (const socket of accepted) socket.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    await both.promise;
    for (const socket of [dial(serving), dial(serving), dial(serving)]) expect(await textOf(socket)).toBe('');
    expect(await open()).toBe(2);
    expect(counted.refusedConnection).toHaveBeenCalledTimes(3);
    expect(logger.error).toHaveBeenCalledOnce();
    const answers = accepted.map(textOf);
    held.resolve(undefined);
    for (const text of await Promise.all(answers)) expect(text).toMatch(/^HTTP\/1\.1 200 /);
    const next = dial(serving);
    next.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(await textOf(next)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('make those that wait for nothing give room', async () => {
    const serving = await listen(ok, { limits: { connections: 1 } });
    const idle = dial(serving);
    idle.write(GET);
    await once(idle, 'data');
    const ended = once(idle, 'close');
    expect(await textOf(dial(serving))).toBe('');
    await ended;
    const next = dial(serving);
    next.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(await textOf(next)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('told to stop', () => {
  test('it answers what it has begun, and closes what waits for nothing', async () => {
    const held = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    const serving = await listen((incoming, response) => {
      if (incoming.url === '/idle') return void response.end('ok');
      begun.resolve(undefined);
      void held.promise.then(() => response.end('ok'));
    });
    const idle = dial(serving);
    idle.write(GET.replace('/ ', '/idle '));
    await once(idle, 'data');
    const busy = dial(serving);
    busy.write(GET);
    await begun.promise;
    const text = textOf(busy);
    const ended = once(idle, 'close');
    const closed = serving.close();
    await ended;
    held.resolve(undefined);
    // The client sees its answer, and then the end: it does not have to close what it would have kept.
    expect(await text).toMatch(/^HTTP\/1\.1 200 /);
    await closed;
  });

  test('it breaks off what takes too long', async () => {
    const serving = await listen(() => {}, { limits: { stop: 50 } });
    const socket = dial(serving);
    socket.write(GET);
    const text = textOf(socket);
    await new Promise((resolve) => setImmediate(resolve));
    await serving.close();
    expect(await text).toBe('');
  });

  test('no accepted request of a client that goes on asking fails', async () => {
    const serving = await listen((_request, response) => void setTimeout(() => response.end('ok'), 1));
    const { Agent } = await import('node:http');
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    let failed = 0;
    let answered = 0;
    let stopped = false;
    const client = async (): Promise<void> => {
      for (;;) {
        const outgoing = request({ port: serving.port, host: '127.0.0.1', agent });
        outgoing.end();
        try {
          const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
          await once(incoming.resume(), 'end');
          answered += 1;
        } catch {
          // Once nobody listens any more, a new connection is refused: that is no accepted request.
          if (!stopped || outgoing.reusedSocket) failed += 1;
          return;
        }
      }
    };
    const clients = Array.from({ length: 8 }, client);
    while (answered < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    stopped = true;
    await serving.close();
    await Promise.all(clients);
    agent.destroy();
    expect(failed).toBe(0);
  });
});

test('a port that is in use is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(listen(ok, { port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use: stop the program that uses it, or choose another, such as PORT=${port + 1}.`,
  );
  other.close();
  await once(other, 'close');
});
