import { Worker } from 'node:worker_threads';
import type { RasterAnswer, RasterJob } from './message.ts';

/** Turns drawings into PNG, in a thread of its own. */
export interface Rasterizer {
  /**
   * @param svg a drawing that names no other file
   * @param scale pixels of the picture for each of the drawing
   * @throws RasterizerBusy when more are waiting than are made in a few seconds; Error when the drawing is none
   */
  png(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** More pictures are asked for than can be made. */
export class RasterizerBusy extends Error {
  override readonly name = 'RasterizerBusy';
}

/** Pictures that may wait at a time. */
const MOST_WAITING = 32;
/** Pictures that are kept, the ones asked for last: links to an event are followed by many at a time. */
const MOST_KEPT = 64;

interface Waiting {
  readonly resolve: (png: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** Starts no thread before the first picture is asked for; one that dies is started again for the next. */
export function openRasterizer(): Rasterizer {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let jobs = 0;

  function fail(error: Error): void {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./thread.ts', import.meta.url));
    // A thread that waits for work keeps no process from ending.
    started.unref();
    started.on('message', (answer: RasterAnswer) => {
      const job = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('png' in answer) job?.resolve(answer.png);
      else job?.reject(new Error(`The drawing cannot be made a PNG: ${answer.problem}`));
    });
    started.on('error', (error) => {
      fail(error instanceof Error ? error : new Error(String(error)));
    });
    started.on('exit', () => {
      if (thread === started) fail(new Error('The thread that makes pictures has ended.'));
    });
    return started;
  }

  async function make(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
    if (waiting.size >= MOST_WAITING) throw new RasterizerBusy(`${waiting.size} pictures are waiting to be made.`);
    thread ??= start();
    const job: RasterJob = { id: (jobs += 1), svg, scale };
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    waiting.set(job.id, { resolve, reject });
    thread.postMessage(job);
    return promise;
  }

  return {
    async png(svg, scale) {
      const key = `${scale} ${svg}`;
      const made = kept.get(key) ?? make(svg, scale);
      kept.delete(key);
      kept.set(key, made);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      try {
        return await made;
      } catch (error) {
        if (kept.get(key) === made) kept.delete(key);
        throw error;
      }
    },
    async close() {
      await thread?.terminate();
    },
  };
}
