import { parentPort, workerData } from 'node:worker_threads';
import { queriesOn } from '../read/queries.ts';
import { openSqliteReader } from '../sqlite/engine.ts';
import { StoreError } from '../store-error.ts';
import type { Question, Reply, ThreadData } from './message.ts';

/** The thread's own end: it opens the file for reading, and answers one question after another. */
const { path } = workerData as ThreadData;
const queries = queriesOn(openSqliteReader(path));

async function answer({ number, query, values }: Question): Promise<Reply> {
  try {
    const ask = queries[query] as (...values: readonly unknown[]) => Promise<unknown>;
    return { number, answer: await ask(...values) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { number, failure: { message, code: error instanceof StoreError ? error.code : 'worker' } };
  }
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last.then(async () => {
    parentPort?.postMessage(await answer(question));
  });
});
