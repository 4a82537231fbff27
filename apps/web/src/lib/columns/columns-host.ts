import type { AnswerOf, Asked, FromWorker, PackAddress, ToWorker } from './message.ts';

/** What a host needs of a worker. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ColumnsHostOptions extends PackAddress {
  readonly start: () => WorkerLike;
  /** The columns are there, or no longer. */
  readonly onready: (ready: boolean) => void;
  /** They could not be had, for good; the server answers. */
  readonly onrefused: (reason: string) => void;
}

interface Question {
  readonly asked: Asked;
  readonly resolve: (answer: AnswerOf[keyof AnswerOf] | undefined) => void;
}

/** Milliseconds for which counts wait for the map to ask for its tiles, which it does after a filter has changed. */
const MAP_FIRST = 60;

/** How often a worker is started: one that dies may have died of something that does not come again. */
const MOST_STARTS = 2;

/**
 * Columns in a worker. Whoever asks while there are none, or after the worker has died twice, gets no answer, and asks the server. Questions
 * wait here, not in the worker, so that those that nobody waits for any longer are not answered.
 */
export class ColumnsHost {
  readonly #options: ColumnsHostOptions;
  readonly #waiting = new Set<Question>();
  #worker: WorkerLike | undefined;
  #ready = false;
  #starts = 0;
  #numbers = 0;
  /** Since when counts wait for the map to ask. */
  #countsWait: number | undefined;
  /** When the map asked last. */
  #mapAsked = -Infinity;
  #later: ReturnType<typeof setTimeout> | undefined;
  #current: (Question & { readonly number: number }) | undefined;

  constructor(options: ColumnsHostOptions) {
    this.#options = options;
    this.#start();
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** @param signal Nobody waits for the answer any longer: there is none then. */
  ask<What extends Asked['what']>(
    asked: Extract<Asked, { what: What }>,
    signal?: AbortSignal,
  ): Promise<AnswerOf[What] | undefined> {
    if (!this.#ready || signal?.aborted === true) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      // The worker answers what it was asked.
      const question: Question = { asked, resolve: resolve as Question['resolve'] };
      this.#waiting.add(question);
      signal?.addEventListener('abort', () => {
        if (this.#waiting.delete(question)) resolve(undefined);
      });
      this.#next();
    });
  }

  close(): void {
    this.#starts = MOST_STARTS;
    this.#end();
  }

  #start(): void {
    this.#starts += 1;
    const worker = this.#options.start();
    this.#worker = worker;
    worker.onmessage = ({ data }) => {
      if (this.#worker === worker) this.#take(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.#worker === worker) this.#fail(event.message);
    };
    const { pack, revision } = this.#options;
    worker.postMessage({ open: { pack, revision } });
  }

  #take(data: FromWorker): void {
    if ('opened' in data) {
      this.#ready = true;
      this.#options.onready(true);
    } else if ('refused' in data) this.#fail(data.refused);
    else if (this.#current?.number === data.number) {
      const { resolve } = this.#current;
      this.#current = undefined;
      resolve(data.answer ?? undefined);
      this.#next();
    }
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const questions = [...this.#waiting];
    // Who looks at the map sees first what moved; the counts follow, unless they have waited long enough.
    const question = questions.find(({ asked }) => asked.what === 'tile') ?? questions.at(0);
    if (question === undefined) return;
    if (question.asked.what === 'facets') {
      const now = performance.now();
      this.#countsWait ??= now;
      const left = this.#countsWait + MAP_FIRST - now;
      // Both ask for what was filtered in either order, at about the same time.
      if (left > 0 && this.#mapAsked < this.#countsWait - MAP_FIRST) {
        this.#later ??= setTimeout(() => {
          this.#later = undefined;
          this.#next();
        }, left);
        return;
      }
      this.#countsWait = undefined;
    } else this.#mapAsked = performance.now();
    this.#waiting.delete(question);
    this.#numbers += 1;
    this.#current = { ...question, number: this.#numbers };
    this.#worker?.postMessage({ ...question.asked, number: this.#numbers });
  }

  #fail(reason: string): void {
    this.#end();
    if (this.#starts < MOST_STARTS) this.#start();
    else this.#options.onrefused(reason);
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    if (this.#ready) this.#options.onready(false);
    this.#ready = false;
    const unanswered = [...(this.#current === undefined ? [] : [this.#current]), ...this.#waiting];
    this.#current = undefined;
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#countsWait = undefined;
    this.#waiting.clear();
    for (const { resolve } of unanswered) resolve(undefined);
  }
}
