import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ColumnsHost, type WorkerLike } from './columns-host.ts';
import type { Asked, FromWorker, ToWorker } from './message.ts';

const TILE: Extract<Asked, { what: 'tile' }> = { what: 'tile', query: { filter: {} }, address: { z: 0, x: 0, y: 0 } };
const FACETS: Extract<Asked, { what: 'facets' }> = { what: 'facets', query: { filter: {} } };

/** A worker that keeps what it is told, and says what a test lets it say. */
class Played implements WorkerLike {
  readonly told: ToWorker[] = [];
  isEnded = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;

  postMessage(message: ToWorker): void {
    this.told.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }

  die(): void {
    this.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
  }

  /** The number of the question that it was asked last. */
  get last(): number {
    const last = this.told.at(-1);
    return last !== undefined && 'number' in last ? last.number : 0;
  }
}

function opened() {
  const workers: Played[] = [];
  const onready = vi.fn();
  const onrefused = vi.fn();
  const host = new ColumnsHost({
    pack: '/api/v1/pack/a-1.bin',
    revision: 'a',
    start: () => {
      const worker = new Played();
      workers.push(worker);
      return worker;
    },
    onready,
    onrefused,
  });
  const worker = (): Played => {
    const last = workers.at(-1);
    if (last === undefined) throw new Error('no worker was started');
    return last;
  };
  return { host, workers, worker, onready, onrefused };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('columns in a worker', () => {
  it('have no answer before they are there, and one question after another then', async () => {
    const { host, worker, onready } = opened();
    expect(worker().told).toEqual([{ open: { pack: '/api/v1/pack/a-1.bin', revision: 'a' } }]);
    expect(await host.ask(FACETS)).toBeUndefined();
    worker().say({ opened: 3 });
    expect(onready.mock.calls).toEqual([[true]]);
    const [tile, facets] = [host.ask(TILE), host.ask(FACETS)];
    expect(worker().told).toHaveLength(2);
    worker().say({ number: worker().last, answer: null });
    expect(await tile).toBeUndefined();
    expect(worker().told.at(-1)).toMatchObject(FACETS);
    worker().say({ number: worker().last, answer: { total: 3 } as never });
    expect(await facets).toEqual({ total: 3 });
  });

  it('are not asked what nobody waits for any longer, and for the map before the counts', async () => {
    const { host, worker } = opened();
    worker().say({ opened: 3 });
    const first = host.ask(FACETS);
    const waiting = new AbortController();
    const given = host.ask(FACETS, waiting.signal);
    const other = host.ask(FACETS);
    const tile = host.ask(TILE);
    waiting.abort();
    expect(await given).toBeUndefined();
    const order: string[] = [];
    for (const each of ['first', 'second', 'third']) {
      const last = worker().told.at(-1);
      order.push(last !== undefined && 'what' in last ? last.what : each);
      worker().say({ number: worker().last, answer: null });
      vi.advanceTimersByTime(60);
    }
    await Promise.all([first, other, tile]);
    expect(order).toEqual(['tile', 'facets', 'facets']);
    expect(await host.ask(TILE, waiting.signal)).toBeUndefined();
  });

  it('count without a map after a while, and at once after it has asked', async () => {
    const { host, worker } = opened();
    worker().say({ opened: 3 });
    const alone = host.ask(FACETS);
    expect(worker().told).toHaveLength(1);
    vi.advanceTimersByTime(60);
    expect(worker().told.at(-1)).toMatchObject(FACETS);
    worker().say({ number: worker().last, answer: null });
    await alone;
    const [facets, tile] = [host.ask(FACETS), host.ask(TILE)];
    expect(worker().told.at(-1)).toMatchObject(TILE);
    worker().say({ number: worker().last, answer: null });
    expect(worker().told.at(-1)).toMatchObject(FACETS);
    worker().say({ number: worker().last, answer: null });
    await Promise.all([facets, tile]);
    // Of another filter, of which the map has not heard yet.
    vi.advanceTimersByTime(1_000);
    void host.ask(FACETS);
    expect(worker().told).toHaveLength(4);
  });

  it('are opened again when the worker dies, and given up when it dies again', async () => {
    const { host, workers, worker, onready, onrefused } = opened();
    worker().say({ opened: 3 });
    const lost = [host.ask(FACETS), host.ask(TILE)];
    worker().die();
    expect(await Promise.all(lost)).toEqual([undefined, undefined]);
    expect(workers).toHaveLength(2);
    expect(workers[0]?.isEnded).toBe(true);
    expect(onrefused).not.toHaveBeenCalled();
    // What the first one still says is of no account.
    workers[0]?.say({ opened: 3 });
    expect(host.isReady).toBe(false);
    worker().say({ opened: 3 });
    worker().die();
    expect(workers).toHaveLength(2);
    expect(onrefused.mock.calls).toEqual([['out of memory']]);
    expect(onready.mock.calls).toEqual([[true], [false], [true], [false]]);
    expect(await host.ask(FACETS)).toBeUndefined();
  });

  it('are given up when the file is refused twice', () => {
    const { worker, onrefused } = opened();
    worker().say({ refused: 'its part core is damaged' });
    worker().say({ refused: 'its part core is damaged' });
    expect(onrefused.mock.calls).toEqual([['its part core is damaged']]);
  });

  it('end with the page', async () => {
    const { host, workers, worker } = opened();
    worker().say({ opened: 3 });
    const waiting = host.ask(TILE);
    host.close();
    expect(await waiting).toBeUndefined();
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
  });
});
