import { Worker } from 'node:worker_threads';
import type { Logger } from '../http/logger.ts';
import type { AnswerOf, Asked, CountsData, CountsQuestion, CountsReply } from './message.ts';

/** Beside this file, before and after the build. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);

/** Milliseconds that a question may take: counting takes a few, the set of a very common word some hundred. */
const PATIENCE = 10_000;
/** How many times as long the columns of a large ledger may take to be written as one file. */
const OF_PACK = 6;

export interface CountsOptions extends CountsData {
  readonly logger: Logger;
  /** Another module to run, for tests. */
  readonly module?: URL | undefined;
  readonly patience?: number | undefined;
}

interface Waiting {
  readonly resolve: (answer: AnswerOf[keyof AnswerOf] | undefined) => void;
  readonly deadline: NodeJS.Timeout;
}

/**
 * Facets and lists from columns that a thread of its own holds. It has no answer while they are being filled, when they would
 * take too much memory, or when the thread has failed twice: whoever asks has another way then.
 */
export class Counts {
  readonly #options: CountsOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #starts = 0;
  #asked = 0;
  #revision: string | undefined;
  #isWarm = false;
  #isClosed = false;

  constructor(options: CountsOptions) {
    this.#options = options;
    this.#start();
  }

  /** The state of the ledger whose columns are held, if any are. */
  get revision(): string | undefined {
    return this.#revision;
  }

  /** Whether lists may be asked for: until the words that many events have are at hand, one of them may take long. */
  get isWarm(): boolean {
    return this.#isWarm;
  }

  /**
   * @param revision The state of the ledger that is asked about.
   * @returns Nothing when the columns of that state are not at hand.
   */
  ask<What extends Asked['what']>(
    revision: string,
    asked: Extract<Asked, { what: What }>,
  ): Promise<AnswerOf[What] | undefined> {
    const worker = this.#worker;
    if (worker === undefined || this.#revision !== revision) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const number = (this.#asked += 1);
      const patience = this.#patience * (asked.what === 'pack' ? OF_PACK : 1);
      const deadline = setTimeout(() => {
        this.#failed(worker, `it has not answered for ${patience / 1_000} seconds`);
      }, patience);
      // The thread answers what it was asked.
      this.#waiting.set(number, { resolve: resolve as Waiting['resolve'], deadline });
      // Whoever waits keeps the process; a thread at rest does not.
      worker.ref();
      worker.postMessage({ ...asked, number } satisfies CountsQuestion);
    });
  }

  /** Ends the thread; whoever still waits gets no answer from it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
  }

  get #patience(): number {
    return this.#options.patience ?? PATIENCE;
  }

  #start(): void {
    const { store, most, module = THREAD } = this.#options;
    this.#starts += 1;
    const worker = new Worker(module, { workerData: { store, most } satisfies CountsData, execArgv: [] });
    this.#worker = worker;
    worker.unref();
    worker.on('message', (reply: CountsReply) => {
      if (this.#worker === worker) this.#take(worker, reply);
    });
    worker.on('error', (error) => {
      this.#failed(worker, error instanceof Error ? error.message : String(error));
    });
    worker.on('messageerror', (error) => {
      this.#failed(worker, error.message);
    });
    worker.on('exit', (code) => {
      this.#failed(worker, `it ended with code ${code}`);
    });
  }

  #take(worker: Worker, reply: CountsReply): void {
    const { logger } = this.#options;
    switch (reply.type) {
      case 'filled':
        this.#revision = reply.revision;
        logger.info({ events: reply.events, bytes: reply.bytes }, 'the ledger is held as columns');
        return;
      case 'warm':
        this.#isWarm = true;
        return;
      case 'empty':
        this.#revision = undefined;
        this.#isWarm = false;
        if (reply.reason !== null) {
          logger.info({ reason: reply.reason }, 'the ledger is not held as columns: the database counts');
        }
        return;
      case 'answer': {
        const waiting = this.#waiting.get(reply.number);
        if (waiting === undefined) return;
        this.#waiting.delete(reply.number);
        clearTimeout(waiting.deadline);
        if (this.#waiting.size === 0) worker.unref();
        waiting.resolve(reply.answer ?? undefined);
      }
    }
  }

  /** The first time another thread takes its place, the second time none does. */
  #failed(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    void this.#end();
    if (this.#isClosed) return;
    const isLast = this.#starts > 1;
    this.#options.logger.error(
      { reason },
      isLast
        ? 'the thread that counts failed again: the database counts'
        : 'the thread that counts failed: it starts anew',
    );
    if (!isLast) this.#start();
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#revision = undefined;
    this.#isWarm = false;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { resolve, deadline } of waiting) {
      clearTimeout(deadline);
      resolve(undefined);
    }
    await worker?.terminate();
  }
}
