import { Worker } from 'node:worker_threads';

/** Beside this file, before and after the build. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './write-thread.ts' : './write-thread.js', import.meta.url);

/** Milliseconds for which a thread waits for another transaction: to start one takes longer than most transactions. */
export const PATIENCE = 1_000;

/** The thread that waits, whatever file it wrote to: it has none open. */
let spare: { readonly worker: Worker; readonly end: NodeJS.Timeout } | undefined;

/** A thread that writes, and nobody else uses: the one that waits, or a new one. */
export function takeThread(): Worker {
  if (spare === undefined) return new Worker(THREAD, { execArgv: [] });
  const { worker, end } = spare;
  spare = undefined;
  clearTimeout(end);
  worker.removeAllListeners('error').removeAllListeners('exit');
  worker.ref();
  return worker;
}

/** Gives back a thread that has no file open. It keeps no process alive. */
export function giveBack(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  if (spare !== undefined) {
    void worker.terminate();
    return;
  }
  const gone = (): void => {
    if (spare?.worker === worker) spare = undefined;
  };
  worker.on('error', gone).on('exit', gone);
  worker.unref();
  const end = setTimeout(() => {
    gone();
    void worker.terminate();
  }, PATIENCE);
  spare = { worker, end: end.unref() };
}
