import { parentPort } from 'node:worker_threads';
import { DuplicateRow } from '../duplicate-row.ts';
import { StoreError } from '../store-error.ts';
import type { Answer, Connection } from './connection.ts';
import { openConnection } from './open-connection.ts';
import type { WriteFailure, WriteReply, WriteTask } from './write-message.ts';

/** The end of the thread that writes: it does one task after another, and answers each, in their order. */
let path = '';
let open: Connection | undefined;

/** The first thing that went wrong: from then on nothing is written, until the transaction was undone. */
let failure: WriteFailure | undefined;

const NOTHING: Answer = { rows: [], changes: 0 };

function failureOf(error: unknown): WriteFailure {
  if (error instanceof StoreError) return { kind: 'store', code: error.code, message: error.message };
  if (error instanceof DuplicateRow) return { kind: 'duplicate', table: error.table, id: error.id };
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
}

function perform(task: WriteTask): Answer {
  if (task.kind === 'open') {
    path = task.path;
    return NOTHING;
  }
  // With the first task, so that a file that cannot be opened is that task's failure.
  const connection = (open ??= openConnection(path));
  switch (task.kind) {
    case 'execute':
      return connection.execute(task.sql, task.parameters);
    case 'many':
      for (const many of task.sets) connection.executeMany(many);
      return NOTHING;
    case 'rollback':
      connection.rollback();
      return NOTHING;
    case 'close':
      try {
        connection.checkpoint();
      } finally {
        open = undefined;
        connection.close();
      }
      return NOTHING;
  }
}

function reply(task: WriteTask): WriteReply {
  if (task.kind === 'open' || task.kind === 'rollback' || task.kind === 'close') failure = undefined;
  if (failure !== undefined) return { failure };
  try {
    return { answer: perform(task) };
  } catch (error) {
    const found = failureOf(error);
    // A statement that is waited for tells its caller; rows that went ahead must not be committed without those that failed.
    if (task.kind === 'many') failure = found;
    return { failure: found };
  }
}

parentPort?.on('message', (task: WriteTask) => {
  parentPort?.postMessage(reply(task));
});
