import { Worker } from 'node:worker_threads';
import type { Queries } from '../read/queries.ts';
import { StoreError } from '../store-error.ts';
import type { QueryName, Question, Reply, ThreadData } from './message.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: StoreError) => void;
  readonly deadline: NodeJS.Timeout;
}

/** How long a question may take before its thread is given up, in milliseconds. */
const PATIENCE = 60_000;

/** Beside this file, before and after the build. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);

export interface QueryThreadOptions {
  /** Milliseconds that a question may take; a minute unless given. */
  readonly patience?: number | undefined;
  /** Another module to run, for tests. */
  readonly module?: URL | undefined;
}

/**
 * Asks questions of a thread with its own connection, so that a slow one does not keep the event loop. The
 * thread starts with the first question. When it fails, whoever waits for it gets an error, and the next question starts another.
 */
export class QueryThread {
  readonly #path: string;
  readonly #patience: number;
  readonly #module: URL;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;
  #closed = false;

  constructor(path: string, { patience = PATIENCE, module = THREAD }: QueryThreadOptions = {}) {
    this.#path = path;
    this.#patience = patience;
    this.#module = module;
  }

  /** @throws StoreError when the query fails, its thread does, or it takes too long. */
  ask<Name extends QueryName>(query: Name, ...values: Parameters<Queries[Name]>): ReturnType<Queries[Name]> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#closed) {
        reject(new StoreError('worker', `The store is closed: ${query} is not answered any more.`));
        return;
      }
      const number = (this.#asked += 1);
      const deadline = setTimeout(() => {
        void this.#giveUp(
          `${query} took longer than ${this.#patience / 1_000} seconds: ask for less, with a narrower filter, and try again.`,
        );
      }, this.#patience);
      this.#waiting.set(number, { resolve, reject, deadline });
      const worker = this.#running();
      // Whoever waits keeps the process; a thread at rest does not.
      worker.ref();
      worker.postMessage({ number, query, values } satisfies Question);
    }) as ReturnType<Queries[Name]>;
  }

  /** Ends the thread; whoever still waits gets an error. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#giveUp('The store was closed before the answer.');
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const data: ThreadData = { path: this.#path };
    const worker = new Worker(this.#module, { workerData: data, execArgv: [] });
    this.#worker = worker;
    worker.on('message', (reply: Reply) => {
      this.#answer(reply);
    });
    const failed = (reason: string) => {
      if (this.#worker === worker) void this.#giveUp(`The thread that answers queries failed (${reason}): try again.`);
    };
    worker.on('error', (error) => {
      failed(error instanceof Error ? error.message : String(error));
    });
    worker.on('messageerror', (error) => {
      failed(error.message);
    });
    worker.on('exit', (code) => {
      failed(`it ended with code ${code}`);
    });
    return worker;
  }

  #answer(reply: Reply): void {
    const waiting = this.#waiting.get(reply.number);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.number);
    clearTimeout(waiting.deadline);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(new StoreError(reply.failure.code, reply.failure.message));
  }

  async #giveUp(message: string): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, deadline } of waiting) {
      clearTimeout(deadline);
      reject(new StoreError('worker', message));
    }
    await worker?.terminate();
  }
}
