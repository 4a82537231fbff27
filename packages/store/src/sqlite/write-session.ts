import type { Worker } from 'node:worker_threads';
import { DuplicateRow } from '../duplicate-row.ts';
import { StoreError } from '../store-error.ts';
import type { Answer, ManyRows, Session } from './connection.ts';
import { giveBack, takeThread } from './spare-thread.ts';
import type { WriteFailure, WriteReply, WriteTask } from './write-message.ts';

/** Values that are gathered before they are sent: a message costs as much as some hundred of them. */
const TOGETHER = 16_384;

/** Messages with rows that may wait to be written: enough that neither thread waits for the other, few enough to be small. */
const MOST_AHEAD = 4;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

function errorOf(failure: WriteFailure): Error {
  switch (failure.kind) {
    case 'store':
      return new StoreError(failure.code, failure.message);
    case 'duplicate':
      return new DuplicateRow(failure.table, failure.id);
    case 'other':
      return new Error(failure.message);
  }
}

/** Rows as they pass between threads: numbers alone in a quarter of the time. */
function packed(many: ManyRows): ManyRows {
  const values = many.values as readonly unknown[];
  if (typeof values[0] !== 'number' || !values.every((value) => typeof value === 'number')) return many;
  return { ...many, values: Float64Array.from(values) };
}

/**
 * A connection that writes in a thread of its own, for the length of one transaction: what is written next is worked out while
 * rows go into the file, and whoever is served by this thread does not wait for them.
 *
 * Rows are sent ahead. One that cannot be written fails the next statement that is waited for, and nothing after it is
 * written: a transaction with a lost row never ends well.
 */
export class WriteSession implements Session {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  /** Rows that are not sent yet. */
  #gathered: ManyRows[] = [];
  #gatheredValues = 0;
  #ahead: Promise<unknown>[] = [];
  #failure: Error | undefined;
  #lost: StoreError | undefined;

  constructor(path: string) {
    this.#worker = takeThread();
    this.#worker.on('message', (reply: WriteReply) => {
      const waiting = this.#waiting.shift();
      if ('answer' in reply) waiting?.resolve(reply.answer);
      else waiting?.reject(errorOf(reply.failure));
    });
    this.#worker.on('error', (error) => {
      this.#lose(
        error instanceof StoreError ? error : undefined,
        error instanceof Error ? error.message : String(error),
      );
    });
    this.#worker.on('exit', (code) => {
      this.#lose(undefined, `it ended with code ${code}`);
    });
    this.#send({ kind: 'open', path }).catch(() => undefined);
  }

  async execute(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    this.#sendGathered();
    const answer = this.#send({ kind: 'execute', sql, parameters });
    answer.catch(() => undefined);
    await this.#settled();
    return answer;
  }

  async executeMany(many: ManyRows): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#gathered.push(packed(many));
    this.#gatheredValues += many.values.length;
    if (this.#gatheredValues < TOGETHER) return;
    this.#sendGathered();
    if (this.#ahead.length < MOST_AHEAD) return;
    // The older half: the thread has the rest to go on with.
    await Promise.all(this.#ahead.splice(0, MOST_AHEAD / 2));
  }

  async rollback(): Promise<void> {
    this.#takeGathered();
    await this.#send({ kind: 'rollback' });
    this.#ahead = [];
    this.#failure = undefined;
  }

  async close(): Promise<void> {
    if (this.#lost !== undefined) return;
    try {
      await this.#send({ kind: 'close' });
      giveBack(this.#worker);
    } catch {
      // What could not be done on the way out is done by the next that opens the file: the transaction has ended before.
      await this.#worker.terminate();
    }
  }

  #takeGathered(): readonly ManyRows[] {
    const sets = this.#gathered;
    this.#gathered = [];
    this.#gatheredValues = 0;
    return sets;
  }

  #sendGathered(): void {
    const sets = this.#takeGathered();
    if (sets.length === 0) return;
    const sent = this.#send({ kind: 'many', sets }).catch((error: unknown) => {
      this.#failure ??= error as Error;
    });
    this.#ahead.push(sent);
  }

  /** Waits for the rows that were sent ahead, and fails where one of them could not be written. */
  async #settled(): Promise<void> {
    const ahead = this.#ahead;
    this.#ahead = [];
    await Promise.all(ahead);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #send(task: WriteTask): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      if (this.#lost !== undefined) {
        reject(this.#lost);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  #lose(error: StoreError | undefined, reason: string): void {
    this.#lost ??= error ?? new StoreError('worker', `The thread that writes failed (${reason}): try again.`);
    for (const { reject } of this.#waiting.splice(0)) reject(this.#lost);
  }
}
